package io.penstock.platform.export;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.platform.search.ExportedAsset;
import io.penstock.platform.search.ExportedFinding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The forms a file may have; each is one line here, and a writer. */
public enum ExportFormat {
    CSV("csv", "text/csv", (out, _) -> CsvWriter.findings(out), (out, _) -> CsvWriter.assets(out)),
    JSON(
            "json",
            "application/json",
            (out, _) -> JsonWriter.arrayOfFindings(out),
            (out, _) -> JsonWriter.arrayOfAssets(out)),
    NDJSON(
            "ndjson",
            "application/x-ndjson",
            (out, _) -> JsonWriter.linesOfFindings(out),
            (out, _) -> JsonWriter.linesOfAssets(out)),
    OCSF("ocsf.ndjson", "application/x-ndjson", OcsfFindings::new, OcsfAssets::new),
    VEX(
            "vex.json",
            "application/vnd.cyclonedx+json",
            (out, facts) -> new VexFindings(out, facts, UUID.randomUUID()),
            null);

    private final String extension;
    private final String mediaType;
    private final @Nullable Maker<ExportedFinding> findings;
    private final @Nullable Maker<ExportedAsset> assets;

    /** Makes the writer of a file. */
    interface Maker<T> {
        RecordWriter<T> on(OutputStream out, ExportFacts facts) throws IOException;
    }

    /**
     * @param extension of file names
     * @param findings or null when the format has none
     * @param assets or null when the format has none
     */
    ExportFormat(
            String extension,
            String mediaType,
            @Nullable Maker<ExportedFinding> findings,
            @Nullable Maker<ExportedAsset> assets) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.findings = findings;
        this.assets = assets;
    }

    /**
     * @param name in any case
     * @throws FaultException CONFIGURATION naming all there are
     */
    public static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.CONFIGURATION,
                                "FORMAT_UNKNOWN",
                                "There is no format '" + Shown.of(name, 40) + "'.",
                                "Formats are " + labels() + "."));
    }

    private static String labels() {
        return Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.joining(", "));
    }

    /** As requests name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * @throws FaultException CONFIGURATION when the format has no such records
     */
    public void require(ExportKind kind) {
        if ((kind == ExportKind.FINDINGS ? findings : assets) == null) {
            throw unfit(kind);
        }
    }

    /** A writer of findings, which has written what stands before the first one. */
    RecordWriter<ExportedFinding> findings(OutputStream out, ExportFacts facts) throws IOException {
        if (findings == null) {
            throw unfit(ExportKind.FINDINGS);
        }
        return findings.on(out, facts);
    }

    RecordWriter<ExportedAsset> assets(OutputStream out, ExportFacts facts) throws IOException {
        if (assets == null) {
            throw unfit(ExportKind.ASSETS);
        }
        return assets.on(out, facts);
    }

    private FaultException unfit(ExportKind kind) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "FORMAT_KIND",
                "The format '" + label() + "' has no " + kind.label() + ".",
                "Take another format.");
    }
}
