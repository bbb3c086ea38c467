package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Findings as one CycloneDX document with VEX, specification {@value #SPEC_VERSION}: an entry a
 * finding, because the analysis of a CVE differs from host to host, then the hosts as components.
 * Where each member comes from stands in {@code docs/operations/standards.md}.
 */
public final class VexFindings implements RecordWriter<ExportedFinding> {

    /** The version of the specification that the documents are checked against. */
    static final String SPEC_VERSION = "1.6";

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

    private final JsonMembers json;
    private final VexComponents hosts;

    /**
     * @param serialNumber of the document
     * @throws IOException when the stream below fails
     */
    public VexFindings(OutputStream out, ExportFacts facts, UUID serialNumber) throws IOException {
        this(out, facts, serialNumber, VexComponents.HOSTS_MAX);
    }

    VexFindings(OutputStream out, ExportFacts facts, UUID serialNumber, int hostsMax)
            throws IOException {
        this.json = new JsonMembers(out);
        this.hosts = new VexComponents(hostsMax);
        json.write(() -> head(facts, serialNumber));
    }

    /**
     * @throws io.penstock.core.fault.FaultException CONFIGURATION when the findings are on more
     *     hosts than one document takes
     */
    @Override
    public void write(ExportedFinding finding) throws IOException {
        hosts.add(finding);
        json.write(() -> vulnerability(finding));
    }

    @Override
    public void close() throws IOException {
        json.write(json::end);
        hosts.list(json);
        json.write(() -> {
            json.end();
            json.line();
            json.flush();
        });
    }

    private void head(ExportFacts facts, UUID serialNumber) {
        json.object();
        json.text("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.text("bomFormat", "CycloneDX");
        json.text("specVersion", SPEC_VERSION);
        json.text("serialNumber", "urn:uuid:" + serialNumber);
        json.number("version", 1L);
        metadata(facts);
        json.list("vulnerabilities");
        json.begin();
    }

    private void metadata(ExportFacts facts) {
        json.object("metadata");
        json.text("timestamp", facts.exportedAt().toString());
        json.list("lifecycles");
        json.object();
        json.text("phase", "operations");
        json.end();
        json.end();
        tool(ExportFacts.PRODUCT, ExportFacts.PRODUCT, facts.productVersion());
        json.list("properties");
        VexProperties.write(json, "tenant", facts.tenant());
        json.end();
        json.end();
    }

    private void tool(String publisher, String name, String version) {
        json.object("tools");
        json.list("components");
        json.object();
        json.text("type", "application");
        json.text("publisher", publisher);
        json.text("name", name);
        json.text("version", version);
        json.end();
        json.end();
        json.end();
    }

    private void vulnerability(ExportedFinding finding) {
        var row = finding.row();
        var facts = finding.vulnerability();
        json.object();
        json.text("bom-ref", "finding:" + row.id());
        name(finding);
        VexRatings.write(json, finding);
        json.text("description", facts.description());
        json.text("recommendation", facts.recommendation());
        if (!row.vendorProductName().isEmpty()) {
            tool(finding.origin().vendorName(), row.vendorProductName(), "");
        }
        VexAnalysis.of(finding).write(json, finding.times().changedAt());
        json.list("affects");
        json.object();
        json.text("ref", VexComponents.ref(row.assetId()));
        json.end();
        json.end();
        VexProperties.ofFinding(json, finding);
        json.end();
    }

    /** The CVE; else what the vendor calls it. */
    private void name(ExportedFinding finding) {
        var row = finding.row();
        var cve = row.cveId();
        if (cve != null && CVE.matcher(cve).matches()) {
            json.text("id", cve);
            source("CVE", "https://www.cve.org/CVERecord?id=" + cve);
            return;
        }
        var vendorId = finding.origin().vendorFindingId();
        var other = cve == null || cve.isEmpty() ? vendorId : cve;
        json.text("id", other.isEmpty() ? row.title() : other);
        source(finding.origin().vendorName(), "");
    }

    private void source(String name, String url) {
        json.object("source");
        json.text("name", name);
        json.text("url", url);
        json.end();
    }
}
