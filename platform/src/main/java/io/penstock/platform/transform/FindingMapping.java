package io.penstock.platform.transform;

import static io.penstock.core.schema.TargetAttribute.*;

import static java.util.Objects.requireNonNull;

import io.penstock.core.finding.FindingKey;
import io.penstock.core.finding.FindingStatus.SourceStatus;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.TargetRecord;
import io.penstock.platform.inventory.FindingPage;
import io.penstock.platform.inventory.FindingPage.SpokenHost;
import io.penstock.platform.inventory.MappedFinding;
import io.penstock.platform.inventory.RunSeen;
import io.penstock.platform.inventory.VulnerabilityText;
import io.penstock.platform.transform.PageMapping.Identified;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The findings of one page; texts that many findings share are kept once. */
final class FindingMapping implements PageReader.RecordSink {

    private final StreamPlan plan;
    private final PageMapping mapping;
    private final List<MappedFinding> findings = new ArrayList<>();
    private final Map<VulnerabilityText, UUID> vulnerabilityKeys = new HashMap<>();
    private final FindingKey matchKeys = new FindingKey();
    private final Map<String, UUID> remediationKeys = new HashMap<>();
    private final Map<String, UUID> hostIds = new HashMap<>();
    private final Map<UUID, SpokenHost> hosts = new HashMap<>();

    FindingMapping(StreamPlan plan, UUID connection) {
        this.plan = plan;
        this.mapping = new PageMapping(plan, connection);
    }

    @Override
    public void take(int index, RecordValues values) {
        mapping.map(index, values).ifPresent(record -> add(record, values));
    }

    @Override
    public void refuse(int index, String reason) {
        mapping.refuse(index, reason);
    }

    private void add(Identified record, RecordValues values) {
        var state = state(record);
        var hostId = hostIds.computeIfAbsent(record.hostKey(), mapping::hostId);
        speak(hostId, record.hostKey(), values, state);
        findings.add(finding(record, hostId, state));
    }

    private static MappedFinding.State state(Identified record) {
        var target = record.target();
        // The map lets no other word through than those of the status.
        var status = requireNonNull(SourceStatus.find(target.text(FINDING_STATUS)));
        var last = or(target.instant(FINDING_LAST_FOUND_ON), record.changedAt());
        var severity = target.whole(FINDING_SEVERITY);
        return new MappedFinding.State(
                status,
                severity == null ? 1 : severity,
                target.flag(SUPPRESSED),
                or(target.instant(FINDING_FIRST_FOUND_ON), last),
                last);
    }

    private static Instant or(@Nullable Instant said, Instant otherwise) {
        return said == null ? otherwise : said;
    }

    private void speak(UUID id, String key, RecordValues values, MappedFinding.State state) {
        var known = hosts.get(id);
        hosts.put(
                id,
                known != null
                        ? known.widened(state.firstFound(), state.lastFound())
                        : new SpokenHost(
                                key,
                                plan.fallback(values, ASSET_NAME),
                                plan.fallback(values, IP_ADDRESS),
                                plan.fallback(values, OPERATING_SYSTEM_NAME),
                                state.firstFound(),
                                state.lastFound()));
    }

    private MappedFinding finding(Identified record, UUID hostId, MappedFinding.State state) {
        var target = record.target();
        var words =
                new MappedFinding.Words(
                        target.text(EXTERNAL_FINDING_ID),
                        target.text(FINDING_SUB_TYPE),
                        target.text(DETECTION_METHOD),
                        target.text(AFFECTED_PRODUCT));
        var keys = keys(target);
        var vulnerability =
                vulnerabilityKeys.computeIfAbsent(
                        text(target), text -> text.contentKey(mapping.ids()));
        var remediation = remediation(target.text(RECOMMENDATION));
        var hash = hash(record, hostId, vulnerability, remediation, state, words, keys);
        return new MappedFinding(
                record.index(),
                mapping.findingId(record.recordKey()),
                hostId,
                record.changedAt(),
                hash,
                vulnerability,
                remediation,
                state,
                words,
                keys);
    }

    private MappedFinding.Keys keys(TargetRecord target) {
        var protocol = target.textOrNull(FINDING_PROTOCOL);
        var vendorId = target.textOrNull(VENDOR_FINDING_ID);
        var key =
                matchKeys.of(
                        target.textOrNull(CVE_ID),
                        vendorId,
                        target.text(FINDING_NAME),
                        target.text(EXTERNAL_FINDING_ID));
        return new MappedFinding.Keys(
                key,
                target.whole(FINDING_PORT),
                protocol == null ? null : protocol.toLowerCase(Locale.ROOT),
                vendorId);
    }

    private @Nullable UUID remediation(String recommendation) {
        if (recommendation.isEmpty()) {
            return null;
        }
        return remediationKeys.computeIfAbsent(
                recommendation, text -> mapping.ids().with("remediation").with(text).take());
    }

    private UUID hash(
            Identified record,
            UUID hostId,
            UUID vulnerability,
            @Nullable UUID remediation,
            MappedFinding.State state,
            MappedFinding.Words words,
            MappedFinding.Keys keys) {
        var ids = mapping.ids();
        ids.with(hostId).with(vulnerability);
        if (remediation != null) {
            ids.with(remediation);
        }
        // Only what is there, so that records without them keep the hash they always had.
        if (keys.port() != null) {
            ids.with("port").with(keys.port());
        }
        if (keys.protocol() != null) {
            ids.with("protocol").with(keys.protocol());
        }
        if (keys.vendorFindingId() != null) {
            ids.with("vendor id").with(keys.vendorFindingId());
        }
        return ids.with(state.status().name())
                .with(state.severity())
                .with(state.suppressed() ? 1 : 0)
                .with(state.firstFound().toEpochMilli())
                .with(state.lastFound().toEpochMilli())
                .with(record.changedAt().toEpochMilli())
                .with(words.externalId())
                .with(words.subType())
                .with(words.detectionMethod())
                .with(words.product())
                .take();
    }

    private static VulnerabilityText text(TargetRecord target) {
        return new VulnerabilityText(
                target.text(FINDING_NAME),
                target.textOrNull(CVE_ID),
                target.text(FINDING_DESCRIPTION),
                target.text(SOURCE_SEVERITY),
                new VulnerabilityText.Scores(
                        target.decimal(CVSS_V2_BASE),
                        target.decimal(CVSS_V3_BASE),
                        target.decimal(CVSS_V4_BASE),
                        target.whole(FINDING_SEVERITY)),
                new VulnerabilityText.Threat(
                        target.flag(IS_CISA_KEV),
                        target.whole(EXPLOIT_STATUS),
                        target.text(EXPRT_RATING)));
    }

    /** The id of every finding of the page, rejected or not, where the vendor's key is known. */
    Map<RunSeen.Kind, Collection<UUID>> reported() {
        var ids = new ArrayList<>(mapping.rejectedIds(mapping::findingId));
        findings.forEach(finding -> ids.add(finding.findingId()));
        return Map.of(RunSeen.Kind.FINDING, ids);
    }

    int warnings() {
        return mapping.warnings();
    }

    FindingPage page() {
        var vulnerabilities = new HashMap<UUID, VulnerabilityText>();
        vulnerabilityKeys.forEach((text, key) -> vulnerabilities.put(key, text));
        var remediations = new HashMap<UUID, String>();
        remediationKeys.forEach((text, key) -> remediations.put(key, text));
        return new FindingPage(findings, vulnerabilities, remediations, hosts, mapping.rejected());
    }
}
