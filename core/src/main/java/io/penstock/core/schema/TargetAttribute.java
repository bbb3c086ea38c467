package io.penstock.core.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of the target model {@value #MODEL} (S-030, etm 5.1). Keys are the specification's
 * own; those it lacks are named in the same manner.
 */
public enum TargetAttribute {
    EXTERNAL_ASSET_ID(Part.ASSET, "externalAssetId", DataType.STRING, true, false, 512),
    ASSET_NAME(Part.ASSET, "assetName", DataType.STRING, false, false, 1_024),
    IP_ADDRESS(Part.ASSET, "ipAddress", DataType.IP, false, true, 64),
    MAC_ADDRESS(Part.ASSET, "macAddress", DataType.MAC, false, true, 32),
    OPERATING_SYSTEM_NAME(Part.ASSET, "operatingSystemName", DataType.STRING, false, false, 512),
    BIOS_SERIAL_NUMBER(Part.ASSET, "biosInfoSerialNumber", DataType.STRING, false, false, 512),
    BIOS_MANUFACTURER(Part.ASSET, "biosInfoManufacturer", DataType.STRING, false, false, 512),
    ASSET_FIRST_SEEN_ON(Part.ASSET, "assetFirstSeenOn", DataType.DATE, false, false, 0),
    ASSET_LAST_SEEN_ON(Part.ASSET, "assetLastSeenOn", DataType.DATE, false, false, 0),

    FINDING_NAME(Part.FINDING, "findingName", DataType.STRING, true, false, 1_024),
    EXTERNAL_FINDING_ID(Part.FINDING, "externalFindingId", DataType.STRING, true, false, 512),
    FINDING_SEVERITY(Part.FINDING, "findingSeverity", DataType.INTEGER, true, false, 1),
    FINDING_STATUS(Part.FINDING, "findingStatus", DataType.STRING, false, false, 32),
    FINDING_DESCRIPTION(Part.FINDING, "findingDescription", DataType.STRING, false, false, 100_000),
    FINDING_SUB_TYPE(Part.FINDING, "findingSubType", DataType.STRING, false, false, 64),
    FINDING_LAST_FOUND_ON(Part.FINDING, "findingLastFoundOn", DataType.DATE, false, false, 0),
    FINDING_FIRST_FOUND_ON(Part.FINDING, "findingFirstFoundOn", DataType.DATE, false, false, 0),
    RECOMMENDATION(Part.FINDING, "recommendation", DataType.STRING, false, false, 100_000),
    DETECTION_METHOD(Part.FINDING, "detectionMethod", DataType.STRING, false, false, 512),
    CVE_ID(Part.FINDING, "cveId", DataType.STRING, false, false, 64),
    CVSS_V2_BASE(Part.FINDING, "cvssV2Base", DataType.DECIMAL, false, false, 0),
    CVSS_V3_BASE(Part.FINDING, "cvssV3Base", DataType.DECIMAL, false, false, 0),
    CVSS_V4_BASE(Part.FINDING, "cvssV4Base", DataType.DECIMAL, false, false, 0),
    SOURCE_SEVERITY(Part.FINDING, "sourceSeverity", DataType.STRING, false, false, 64),
    AFFECTED_PRODUCT(Part.FINDING, "affectedProduct", DataType.STRING, false, false, 512),
    SUPPRESSED(Part.FINDING, "suppressed", DataType.BOOLEAN, false, false, 0),
    IS_CISA_KEV(Part.FINDING, "isCisaKev", DataType.BOOLEAN, false, false, 0),
    EXPLOIT_STATUS(Part.FINDING, "exploitStatus", DataType.INTEGER, false, false, 100),
    EXPRT_RATING(Part.FINDING, "exprtRating", DataType.STRING, false, false, 32);

    /** The name of the target model. */
    public static final String MODEL = "penstock-risk";

    /** Whether an attribute says something of the machine or of the finding on it. */
    public enum Part {
        ASSET,
        FINDING
    }

    private static final Map<String, TargetAttribute> BY_KEY = new HashMap<>();

    static {
        for (var attribute : values()) {
            BY_KEY.put(attribute.key, attribute);
        }
        // The specification's own misspelling of S-099 is taken on input and never shown (B-10).
        BY_KEY.put("detectectionMethod", DETECTION_METHOD);
    }

    private final Part part;
    private final String key;
    private final DataType type;
    private final boolean required;
    private final boolean many;
    private final int lengthMax;

    TargetAttribute(
            Part part, String key, DataType type, boolean required, boolean many, int lengthMax) {
        this.part = part;
        this.key = key;
        this.type = type;
        this.required = required;
        this.many = many;
        this.lengthMax = lengthMax;
    }

    public static Optional<TargetAttribute> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    public Part part() {
        return part;
    }

    public String key() {
        return key;
    }

    public DataType type() {
        return type;
    }

    /** A record without a value for it is rejected (S-109). */
    public boolean required() {
        return required;
    }

    /** True when it keeps every value of a list. */
    public boolean many() {
        return many;
    }

    /** Most characters of a text value; longer texts are cut, keys are rejected. */
    public int lengthMax() {
        return lengthMax;
    }
}
