package io.penstock.vendor.crowdstrike.simulation.tenant;

/** The system images hosts are made from; hosts of one image share most of their findings. */
public enum Image {
    WINDOWS_11(Family.WINDOWS_CLIENT, "Windows 11", "22631", "Workstation", 300),
    WINDOWS_10(Family.WINDOWS_CLIENT, "Windows 10", "19045", "Workstation", 180),
    MAC_14(Family.MAC, "Sonoma (14)", "23.6.0", "Workstation", 60),
    MAC_13(Family.MAC, "Ventura (13)", "22.6.0", "Workstation", 40),
    WINDOWS_2016(Family.WINDOWS_SERVER, "Windows Server 2016", "14393", "Server", 50),
    WINDOWS_2019(Family.WINDOWS_SERVER, "Windows Server 2019", "17763", "Server", 90),
    WINDOWS_2022(Family.WINDOWS_SERVER, "Windows Server 2022", "20348", "Server", 80),
    CONTROLLER_2022(Family.WINDOWS_SERVER, "Windows Server 2022", "20348", "Domain Controller", 10),
    UBUNTU_22(Family.DEBIAN, "Ubuntu 22.04", "5.15.0", "Server", 70),
    DEBIAN_12(Family.DEBIAN, "Debian GNU 12", "6.1.0", "Server", 30),
    REDHAT_8(Family.RED_HAT, "RHEL 8.10", "4.18.0", "Server", 50),
    REDHAT_9(Family.RED_HAT, "RHEL 9.4", "5.14.0", "Server", 40);

    private static final int[] WEIGHTS = weights();

    private final Family family;
    private final String system;
    private final String build;
    private final String role;
    private final int perMille;

    Image(Family family, String system, String build, String role, int perMille) {
        this.family = family;
        this.system = system;
        this.build = build;
        this.role = role;
        this.perMille = perMille;
    }

    private static int[] weights() {
        Image[] all = values();
        int[] weights = new int[all.length];
        for (Image image : all) {
            weights[image.ordinal()] = image.perMille;
        }
        return weights;
    }

    static Image picked(long mixed) {
        return values()[Mix.pick(mixed, WEIGHTS)];
    }

    public Family family() {
        return family;
    }

    /** The text of {@code os_version}. */
    public String system() {
        return system;
    }

    /** The build number on Windows, the kernel version elsewhere. */
    public String build() {
        return build;
    }

    /** The text of {@code product_type_desc}. */
    public String role() {
        return role;
    }

    public boolean server() {
        return !role.equals("Workstation");
    }

    /** Images that take their CVEs from the same list. */
    public enum Family {
        WINDOWS_CLIENT("Windows"),
        WINDOWS_SERVER("Windows"),
        MAC("Mac"),
        DEBIAN("Linux"),
        RED_HAT("Linux");

        private final String platform;

        Family(String platform) {
            this.platform = platform;
        }

        /** The text of {@code platform_name}. */
        public String platform() {
            return platform;
        }
    }
}
