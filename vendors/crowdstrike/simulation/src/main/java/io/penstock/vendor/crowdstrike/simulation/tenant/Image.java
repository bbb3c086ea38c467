package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;

/** The system images hosts are made from; hosts of one image share most of their findings. */
public enum Image {
    WINDOWS_11(0, Family.WINDOWS_CLIENT, "Windows 11", "22631", "Workstation", 300),
    WINDOWS_10(1, Family.WINDOWS_CLIENT, "Windows 10", "19045", "Workstation", 180),
    MAC_14(2, Family.MAC, "Sonoma (14)", "23.6.0", "Workstation", 60),
    MAC_13(3, Family.MAC, "Ventura (13)", "22.6.0", "Workstation", 40),
    WINDOWS_2016(4, Family.WINDOWS_SERVER, "Windows Server 2016", "14393", "Server", 50),
    WINDOWS_2019(5, Family.WINDOWS_SERVER, "Windows Server 2019", "17763", "Server", 90),
    WINDOWS_2022(6, Family.WINDOWS_SERVER, "Windows Server 2022", "20348", "Server", 80),
    CONTROLLER_2022(
            7, Family.WINDOWS_SERVER, "Windows Server 2022", "20348", "Domain Controller", 10),
    UBUNTU_22(8, Family.DEBIAN, "Ubuntu 22.04", "5.15.0", "Server", 70),
    DEBIAN_12(9, Family.DEBIAN, "Debian GNU 12", "6.1.0", "Server", 30),
    REDHAT_8(10, Family.RED_HAT, "RHEL 8.10", "4.18.0", "Server", 50),
    REDHAT_9(11, Family.RED_HAT, "RHEL 9.4", "5.14.0", "Server", 40);

    private static final int[] WEIGHTS = weights();

    private final int number;
    private final Family family;
    private final String system;
    private final String build;
    private final String role;
    private final int perMille;

    Image(int number, Family family, String system, String build, String role, int perMille) {
        this.number = number;
        this.family = family;
        this.system = system;
        this.build = build;
        this.role = role;
        this.perMille = perMille;
    }

    private static int[] weights() {
        return Arrays.stream(values()).mapToInt(image -> image.perMille).toArray();
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

    int number() {
        return number;
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
        WINDOWS_CLIENT(0, "Windows"),
        WINDOWS_SERVER(1, "Windows"),
        MAC(2, "Mac"),
        DEBIAN(3, "Linux"),
        RED_HAT(4, "Linux");

        private final int number;
        private final String platform;

        Family(int number, String platform) {
            this.number = number;
            this.platform = platform;
        }

        /** How many there are. */
        public static int count() {
            return values().length;
        }

        /** The family with a number below the count. */
        public static Family of(int number) {
            return values()[number];
        }

        public int number() {
            return number;
        }

        /** The text of {@code platform_name}. */
        public String platform() {
            return platform;
        }
    }
}
