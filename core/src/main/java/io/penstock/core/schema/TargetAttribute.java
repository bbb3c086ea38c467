package io.penstock.core.schema;

import static io.penstock.core.schema.DataType.BOOLEAN;
import static io.penstock.core.schema.DataType.DATE;
import static io.penstock.core.schema.DataType.DECIMAL;
import static io.penstock.core.schema.DataType.INTEGER;
import static io.penstock.core.schema.DataType.IP;
import static io.penstock.core.schema.DataType.MAC;
import static io.penstock.core.schema.DataType.STRING;
import static io.penstock.core.schema.TargetAttribute.Part.ASSET;
import static io.penstock.core.schema.TargetAttribute.Part.FINDING;
import static io.penstock.core.schema.TargetShape.number;
import static io.penstock.core.schema.TargetShape.plain;
import static io.penstock.core.schema.TargetShape.requiredNumber;
import static io.penstock.core.schema.TargetShape.text;
import static io.penstock.core.schema.TargetShape.texts;
import static io.penstock.core.schema.TargetShape.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of the target model {@value #MODEL} (S-030, etm 5.1). Keys are the specification's
 * own; those it lacks are named in the same manner.
 */
// Its parts are records of texts, numbers and unmodifiable lists, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum TargetAttribute {
    EXTERNAL_ASSET_ID(ASSET, "externalAssetId", STRING, TargetShape.key(512)),
    ASSET_NAME(ASSET, "assetName", STRING, text(1_024)),
    IP_ADDRESS(ASSET, "ipAddress", IP, texts(64)),
    MAC_ADDRESS(ASSET, "macAddress", MAC, texts(32)),
    OPERATING_SYSTEM_NAME(ASSET, "operatingSystemName", STRING, text(512)),
    BIOS_SERIAL_NUMBER(ASSET, "biosInfoSerialNumber", STRING, text(512)),
    BIOS_MANUFACTURER(ASSET, "biosInfoManufacturer", STRING, text(512)),
    ASSET_FIRST_SEEN_ON(ASSET, "assetFirstSeenOn", DATE, plain()),
    ASSET_LAST_SEEN_ON(ASSET, "assetLastSeenOn", DATE, plain()),
    ASSET_FQDN(ASSET, "assetFqdn", STRING, text(1_024)),
    HARDWARE_UUID(ASSET, "hardwareUuid", STRING, text(128)),
    CLOUD_INSTANCE_ID(ASSET, "cloudInstanceId", STRING, text(512)),
    CLOUD_PROVIDER(ASSET, "cloudProvider", STRING, text(64)),
    NETWORK_ID(ASSET, "networkId", STRING, text(512)),

    FINDING_NAME(FINDING, "findingName", STRING, TargetShape.key(1_024)),
    EXTERNAL_FINDING_ID(FINDING, "externalFindingId", STRING, TargetShape.key(512)),
    FINDING_SEVERITY(FINDING, "findingSeverity", INTEGER, requiredNumber(1, 5)),
    FINDING_STATUS(FINDING, "findingStatus", STRING, word("OPEN", "REOPENED", "FIXED", "EXPIRED")),
    FINDING_DESCRIPTION(FINDING, "findingDescription", STRING, text(100_000)),
    FINDING_SUB_TYPE(FINDING, "findingSubType", STRING, text(64)),
    FINDING_LAST_FOUND_ON(FINDING, "findingLastFoundOn", DATE, plain()),
    FINDING_FIRST_FOUND_ON(FINDING, "findingFirstFoundOn", DATE, plain()),
    RECOMMENDATION(FINDING, "recommendation", STRING, text(100_000)),
    DETECTION_METHOD(FINDING, "detectionMethod", STRING, text(512)),
    CVE_ID(FINDING, "cveId", STRING, text(64)),
    CVSS_V2_BASE(FINDING, "cvssV2Base", DECIMAL, number(0, 10)),
    CVSS_V3_BASE(FINDING, "cvssV3Base", DECIMAL, number(0, 10)),
    CVSS_V4_BASE(FINDING, "cvssV4Base", DECIMAL, number(0, 10)),
    SOURCE_SEVERITY(FINDING, "sourceSeverity", STRING, text(64)),
    AFFECTED_PRODUCT(FINDING, "affectedProduct", STRING, text(512)),
    SUPPRESSED(FINDING, "suppressed", BOOLEAN, plain()),
    IS_CISA_KEV(FINDING, "isCisaKev", BOOLEAN, plain()),
    EXPLOIT_STATUS(FINDING, "exploitStatus", INTEGER, number(0, 32_767)),
    EXPRT_RATING(FINDING, "exprtRating", STRING, text(32)),
    FINDING_PORT(FINDING, "findingPort", INTEGER, number(0, 65_535)),
    FINDING_PROTOCOL(FINDING, "findingProtocol", STRING, text(32)),
    VENDOR_FINDING_ID(FINDING, "vendorFindingId", STRING, text(256));

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
    private final TargetShape shape;
    private final AttributeWords words;

    TargetAttribute(Part part, String key, DataType type, TargetShape shape) {
        this.part = part;
        this.key = key;
        this.type = type;
        this.shape = shape;
        this.words = AttributeWords.valueOf(name());
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

    /** Which values it takes. */
    public TargetShape shape() {
        return shape;
    }

    /** The name for people. */
    public String label() {
        return words.label();
    }

    /** One line on what it says. */
    public String description() {
        return words.description();
    }

    /** One value of it. */
    public String example() {
        return words.example();
    }

    /** A record without a value for it is rejected (S-109). */
    public boolean required() {
        return shape.required();
    }

    /** True when it keeps every value of a list. */
    public boolean many() {
        return shape.many();
    }

    /** Most characters of a text value; longer texts are cut, keys are rejected. */
    public int lengthMax() {
        return shape.lengthMax();
    }
}
