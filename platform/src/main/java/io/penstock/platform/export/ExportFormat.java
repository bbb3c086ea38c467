package io.penstock.platform.export;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.platform.search.ExportedAsset;
import io.penstock.platform.search.ExportedFinding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The forms a file may have; each has its writers. */
public enum ExportFormat {
    CSV("csv", "text/csv"),
    JSON("json", "application/json"),
    NDJSON("ndjson", "application/x-ndjson"),
    OCSF("ocsf.ndjson", "application/x-ndjson"),
    VEX("vex.json", "application/vnd.cyclonedx+json");

    private final String extension;
    private final String mediaType;

    /**
     * @param extension of file names
     */
    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
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

    public boolean has(ExportKind kind) {
        return this != VEX || kind == ExportKind.FINDINGS;
    }

    /**
     * @throws FaultException CONFIGURATION when the format has no such records
     */
    public void require(ExportKind kind) {
        if (!has(kind)) {
            throw unfit(kind);
        }
    }

    /** A writer of findings, which has written what stands before the first one. */
    RecordWriter<ExportedFinding> findings(OutputStream out, ExportFacts facts) throws IOException {
        return switch (this) {
            case CSV -> CsvWriter.findings(out);
            case JSON -> JsonWriter.arrayOfFindings(out);
            case NDJSON -> JsonWriter.linesOfFindings(out);
            case OCSF -> new OcsfFindings(out, facts);
            case VEX -> new VexFindings(out, facts, UUID.randomUUID());
        };
    }

    /** The same for assets. */
    RecordWriter<ExportedAsset> assets(OutputStream out, ExportFacts facts) throws IOException {
        return switch (this) {
            case CSV -> CsvWriter.assets(out);
            case JSON -> JsonWriter.arrayOfAssets(out);
            case NDJSON -> JsonWriter.linesOfAssets(out);
            case OCSF -> new OcsfAssets(out, facts);
            case VEX -> throw unfit(ExportKind.ASSETS);
        };
    }

    private FaultException unfit(ExportKind kind) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "FORMAT_KIND",
                "The format '" + label() + "' has no " + kind.label() + ".",
                "Take another format.");
    }
}
