package io.penstock.core.schema;

/** What a person reads of a {@link TargetAttribute}; the constants have the same names. */
enum AttributeWords {
    EXTERNAL_ASSET_ID("External asset id", "The key of the asset at its source.", "10.255.1.208"),
    ASSET_NAME("Asset name", "The host's name.", "ls-debian11"),
    IP_ADDRESS("IP addresses", "All addresses of the host, IPv4 and IPv6.", "10.255.1.208"),
    MAC_ADDRESS(
            "MAC addresses",
            "All hardware addresses, in upper case with colons.",
            "00:50:56:93:D7:C1"),
    OPERATING_SYSTEM_NAME("Operating system", "Name and version in one text.", "Debian GNU 11"),
    BIOS_SERIAL_NUMBER(
            "BIOS serial number",
            "The serial number of the machine.",
            "VMware-42 13 64 f9 8a a9 76 bd"),
    BIOS_MANUFACTURER("BIOS manufacturer", "Who made the BIOS.", "Phoenix Technologies LTD"),
    ASSET_FIRST_SEEN_ON(
            "First seen", "When the source saw the host first.", "2024-04-18T08:44:35Z"),
    ASSET_LAST_SEEN_ON("Last seen", "When the source saw the host last.", "2024-04-22T13:00:00Z"),
    ASSET_FQDN("Full DNS name", "Name and domain of the host; identifies it.", "web-1.example.org"),
    HARDWARE_UUID(
            "Hardware UUID",
            "The UUID in the machine's firmware; identifies it.",
            "4c4c4544-0042-3510-8052-b4c04f384d32"),
    CLOUD_INSTANCE_ID(
            "Cloud instance id",
            "The cloud provider's id of the instance; identifies it.",
            "i-0abcd1234efgh5678"),
    CLOUD_PROVIDER("Cloud provider", "Whose instance id it is.", "AWS"),
    NETWORK_ID(
            "Network",
            "The id or name of the network that its addresses are in; identifies it beside one.",
            "vpc-0a1b2c3d"),

    FINDING_NAME(
            "Finding name",
            "What was found: the CVE, or the vendor's own id where there is none.",
            "CVE-2023-41992"),
    EXTERNAL_FINDING_ID(
            "External finding id",
            "The key of the finding at its source, the same in every run.",
            "f353c763_4da4722c"),
    FINDING_SEVERITY("Severity", "1 minimal, 2 medium, 3 serious, 4 critical, 5 urgent.", "4"),
    FINDING_STATUS(
            "Status",
            "What the source says of it now; EXPIRED changes nothing; none counts as OPEN.",
            "OPEN"),
    FINDING_DESCRIPTION("Description", "What the weakness is.", "Use after free in Navigation"),
    FINDING_SUB_TYPE("Sub-type", "How sure the source is.", "Confirmed"),
    FINDING_LAST_FOUND_ON(
            "Last found", "When the source confirmed it last.", "2023-09-26T16:04:24Z"),
    FINDING_FIRST_FOUND_ON(
            "First found", "When the source found it first.", "2023-09-22T10:01:02Z"),
    RECOMMENDATION(
            "Recommendation",
            "What to do about it, one action a line.",
            "Update to 113.0.5672.126"),
    DETECTION_METHOD("Detection method", "What detected it.", "Endpoint sensor"),
    CVE_ID("CVE", "The CVE, when it has one.", "CVE-2023-41992"),
    CVSS_V2_BASE("CVSS 2 base score", "0.0 to 10.0.", "6.8"),
    CVSS_V3_BASE("CVSS 3 base score", "0.0 to 10.0.", "7.8"),
    CVSS_V4_BASE("CVSS 4 base score", "0.0 to 10.0.", "8.5"),
    SOURCE_SEVERITY("Severity at the source", "The source's own word.", "HIGH"),
    AFFECTED_PRODUCT(
            "Affected product", "The product and version the finding is in.", "Chrome 112"),
    SUPPRESSED("Suppressed", "Somebody at the source chose not to see it.", "false"),
    IS_CISA_KEV("Known exploited", "On the CISA list of known exploited vulnerabilities.", "true"),
    EXPLOIT_STATUS("Exploit status", "0 none known, 30 available, 60 easy, 90 used.", "90"),
    EXPRT_RATING("Expert rating", "The source's rating of how likely an attack is.", "CRITICAL"),
    FINDING_PORT("Port", "The port it was found on; tells findings of one CVE apart.", "443"),
    FINDING_PROTOCOL("Protocol", "The protocol of the port.", "tcp"),
    VENDOR_FINDING_ID(
            "Vendor finding id",
            "The vendor's own id of what was found, such as a plugin's number.",
            "QID-38170");

    private final String label;
    private final String description;
    private final String example;

    AttributeWords(String label, String description, String example) {
        this.label = label;
        this.description = description;
        this.example = example;
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    String example() {
        return example;
    }
}
