package io.penstock.core.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What MAC addresses tell of a machine; all in capitals with colons. */
final class MacAddress {

    private static final int MAKER = 8;

    /** What an address begins with, and why it is no machine's own. */
    private record Kind(String start, String reason) {}

    private static final List<Kind> JUNK =
            List.of(
                    new Kind("000000", "an address without a maker"),
                    new Kind("FFFFFFFFFFFF", "the broadcast address"),
                    new Kind("0242", "Docker gives it on every host"),
                    new Kind("005056C0", "VMware's own adapter, the same on every host"),
                    new Kind("0A0027", "VirtualBox's own adapter"),
                    new Kind("080027000000", "VirtualBox's own adapter"),
                    new Kind("001C4200000", "Parallels' own adapter, the same on every host"),
                    new Kind("02004C4F4F50", "the loopback adapter, the same on every host"),
                    new Kind("525400123456", "what QEMU gives every machine unasked"),
                    new Kind("00155D000000", "Hyper-V's own adapter"),
                    new Kind("005345000000", "a dial-up adapter, the same on every host"),
                    new Kind("505054503030", "a tunnel adapter, the same on every host"),
                    new Kind("33506F453030", "a dial-up adapter, the same on every host"),
                    new Kind("204153594EFF", "a dial-up adapter, the same on every host"),
                    new Kind("00059A3C7", "a VPN adapter, the same on every host"),
                    new Kind("00090FFE", "a VPN adapter, the same on every host"),
                    new Kind("00090FAA", "a VPN adapter, the same on every host"),
                    new Kind("025041000001", "a VPN adapter, the same on every host"),
                    new Kind("0205857FEB80", "a VPN adapter, the same on every host"),
                    new Kind("00FF", "a VPN adapter's made-up address"),
                    new Kind("00005E0001", "shared by routers that stand in for one another"),
                    new Kind("00005E0002", "shared by routers that stand in for one another"),
                    new Kind("00000C07AC", "shared by routers that stand in for one another"),
                    new Kind("00000C9FF", "shared by routers that stand in for one another"),
                    new Kind("0007B400", "shared by routers that stand in for one another"),
                    new Kind("02BF", "shared by the machines of a cluster"),
                    new Kind("EEEEEEEEEEEE", "containers have it on every host"),
                    new Kind("4201", "it only spells an address"));

    /** VMware, QEMU, Hyper-V, Xen, VirtualBox, Parallels, Azure. */
    private static final Set<String> VIRTUAL =
            Set.of(
                    "00:50:56",
                    "00:0C:29",
                    "00:05:69",
                    "52:54:00",
                    "00:15:5D",
                    "00:16:3E",
                    "08:00:27",
                    "00:1C:42",
                    "00:0D:3A",
                    "00:22:48",
                    "60:45:BD",
                    "7C:1E:52");

    private MacAddress() {}

    /** Why an address tells nothing of a machine. */
    static Optional<String> junk(String normal) {
        var digits = normal.replace(":", "");
        return JUNK.stream()
                .filter(kind -> digits.startsWith(kind.start()))
                .map(Kind::reason)
                .findFirst()
                .or(() -> first(normal, 1) ? Optional.of("a group's address") : Optional.empty())
                .or(() ->
                        digits.chars().distinct().count() == 1
                                ? Optional.of(Placeholders.REASON)
                                : Optional.empty());
    }

    /**
     * Whether an adapter was made with it: another one then speaks against its being the same
     * machine. Made-up ones change from network to network; QEMU's do not.
     */
    static boolean lasting(String normal) {
        return !first(normal, 2) || normal.startsWith("52:54:00");
    }

    /** Whether a hypervisor or a cloud gave it to a machine. */
    static boolean virtual(String normal) {
        return VIRTUAL.contains(normal.substring(0, MAKER));
    }

    private static boolean first(String normal, int bit) {
        return (Integer.parseInt(normal, 0, 2, 16) & bit) != 0;
    }
}
