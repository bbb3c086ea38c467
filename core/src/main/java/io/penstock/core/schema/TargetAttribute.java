package io.penstock.core.schema;

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
    EXTERNAL_ASSET_ID(
            Part.ASSET,
            "externalAssetId",
            DataType.STRING,
            TargetShape.key(512),
            new Words("External asset id", "The key of the asset at its source.", "10.255.1.208")),
    ASSET_NAME(
            Part.ASSET,
            "assetName",
            DataType.STRING,
            TargetShape.text(1_024),
            new Words("Asset name", "The host's name.", "ls-debian11")),
    IP_ADDRESS(
            Part.ASSET,
            "ipAddress",
            DataType.IP,
            TargetShape.texts(64),
            new Words("IP addresses", "All addresses of the host, IPv4 and IPv6.", "10.255.1.208")),
    MAC_ADDRESS(
            Part.ASSET,
            "macAddress",
            DataType.MAC,
            TargetShape.texts(32),
            new Words(
                    "MAC addresses",
                    "All hardware addresses, in upper case with colons.",
                    "00:50:56:93:D7:C1")),
    OPERATING_SYSTEM_NAME(
            Part.ASSET,
            "operatingSystemName",
            DataType.STRING,
            TargetShape.text(512),
            new Words("Operating system", "Name and version in one text.", "Debian GNU 11")),
    BIOS_SERIAL_NUMBER(
            Part.ASSET,
            "biosInfoSerialNumber",
            DataType.STRING,
            TargetShape.text(512),
            new Words(
                    "BIOS serial number",
                    "The serial number of the machine.",
                    "VMware-42 13 64 f9 8a a9 76 bd")),
    BIOS_MANUFACTURER(
            Part.ASSET,
            "biosInfoManufacturer",
            DataType.STRING,
            TargetShape.text(512),
            new Words("BIOS manufacturer", "Who made the BIOS.", "Phoenix Technologies LTD")),
    ASSET_FIRST_SEEN_ON(
            Part.ASSET,
            "assetFirstSeenOn",
            DataType.DATE,
            TargetShape.plain(),
            new Words("First seen", "When the source saw the host first.", "2024-04-18T08:44:35Z")),
    ASSET_LAST_SEEN_ON(
            Part.ASSET,
            "assetLastSeenOn",
            DataType.DATE,
            TargetShape.plain(),
            new Words("Last seen", "When the source saw the host last.", "2024-04-22T13:00:00Z")),

    FINDING_NAME(
            Part.FINDING,
            "findingName",
            DataType.STRING,
            TargetShape.key(1_024),
            new Words(
                    "Finding name",
                    "What was found: the CVE, or the vendor's own id where there is none.",
                    "CVE-2023-41992")),
    EXTERNAL_FINDING_ID(
            Part.FINDING,
            "externalFindingId",
            DataType.STRING,
            TargetShape.key(512),
            new Words(
                    "External finding id",
                    "The key of the finding at its source, the same in every run.",
                    "f353c763_4da4722c")),
    FINDING_SEVERITY(
            Part.FINDING,
            "findingSeverity",
            DataType.INTEGER,
            TargetShape.requiredNumber(1, 5),
            new Words("Severity", "1 minimal, 2 medium, 3 serious, 4 critical, 5 urgent.", "4")),
    FINDING_STATUS(
            Part.FINDING,
            "findingStatus",
            DataType.STRING,
            TargetShape.word("OPEN", "REOPENED", "FIXED", "EXPIRED"),
            new Words(
                    "Status",
                    "What the source says of it now; EXPIRED changes nothing; none counts as OPEN.",
                    "OPEN")),
    FINDING_DESCRIPTION(
            Part.FINDING,
            "findingDescription",
            DataType.STRING,
            TargetShape.text(100_000),
            new Words("Description", "What the weakness is.", "Use after free in Navigation")),
    FINDING_SUB_TYPE(
            Part.FINDING,
            "findingSubType",
            DataType.STRING,
            TargetShape.text(64),
            new Words("Sub-type", "How sure the source is.", "Confirmed")),
    FINDING_LAST_FOUND_ON(
            Part.FINDING,
            "findingLastFoundOn",
            DataType.DATE,
            TargetShape.plain(),
            new Words("Last found", "When the source confirmed it last.", "2023-09-26T16:04:24Z")),
    FINDING_FIRST_FOUND_ON(
            Part.FINDING,
            "findingFirstFoundOn",
            DataType.DATE,
            TargetShape.plain(),
            new Words("First found", "When the source found it first.", "2023-09-22T10:01:02Z")),
    RECOMMENDATION(
            Part.FINDING,
            "recommendation",
            DataType.STRING,
            TargetShape.text(100_000),
            new Words(
                    "Recommendation",
                    "What to do about it, one action a line.",
                    "Update to 113.0.5672.126")),
    DETECTION_METHOD(
            Part.FINDING,
            "detectionMethod",
            DataType.STRING,
            TargetShape.text(512),
            new Words("Detection method", "What detected it.", "Endpoint sensor")),
    CVE_ID(
            Part.FINDING,
            "cveId",
            DataType.STRING,
            TargetShape.text(64),
            new Words("CVE", "The CVE, when it has one.", "CVE-2023-41992")),
    CVSS_V2_BASE(
            Part.FINDING,
            "cvssV2Base",
            DataType.DECIMAL,
            TargetShape.number(0, 10),
            new Words("CVSS 2 base score", "0.0 to 10.0.", "6.8")),
    CVSS_V3_BASE(
            Part.FINDING,
            "cvssV3Base",
            DataType.DECIMAL,
            TargetShape.number(0, 10),
            new Words("CVSS 3 base score", "0.0 to 10.0.", "7.8")),
    CVSS_V4_BASE(
            Part.FINDING,
            "cvssV4Base",
            DataType.DECIMAL,
            TargetShape.number(0, 10),
            new Words("CVSS 4 base score", "0.0 to 10.0.", "8.5")),
    SOURCE_SEVERITY(
            Part.FINDING,
            "sourceSeverity",
            DataType.STRING,
            TargetShape.text(64),
            new Words("Severity at the source", "The source's own word.", "HIGH")),
    AFFECTED_PRODUCT(
            Part.FINDING,
            "affectedProduct",
            DataType.STRING,
            TargetShape.text(512),
            new Words(
                    "Affected product",
                    "The product and version the finding is in.",
                    "Chrome 112")),
    SUPPRESSED(
            Part.FINDING,
            "suppressed",
            DataType.BOOLEAN,
            TargetShape.plain(),
            new Words("Suppressed", "Somebody at the source chose not to see it.", "false")),
    IS_CISA_KEV(
            Part.FINDING,
            "isCisaKev",
            DataType.BOOLEAN,
            TargetShape.plain(),
            new Words(
                    "Known exploited",
                    "On the CISA list of known exploited vulnerabilities.",
                    "true")),
    EXPLOIT_STATUS(
            Part.FINDING,
            "exploitStatus",
            DataType.INTEGER,
            TargetShape.number(0, 32_767),
            new Words("Exploit status", "0 none known, 30 available, 60 easy, 90 used.", "90")),
    EXPRT_RATING(
            Part.FINDING,
            "exprtRating",
            DataType.STRING,
            TargetShape.text(32),
            new Words(
                    "Expert rating",
                    "The source's rating of how likely an attack is.",
                    "CRITICAL"));

    /** The name of the target model. */
    public static final String MODEL = "penstock-risk";

    /** Whether an attribute says something of the machine or of the finding on it. */
    public enum Part {
        ASSET,
        FINDING
    }

    /** What a person reads of an attribute. */
    private record Words(String label, String description, String example) {}

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
    private final Words words;

    TargetAttribute(Part part, String key, DataType type, TargetShape shape, Words words) {
        this.part = part;
        this.key = key;
        this.type = type;
        this.shape = shape;
        this.words = words;
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
