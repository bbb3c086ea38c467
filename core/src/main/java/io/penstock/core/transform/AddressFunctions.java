package io.penstock.core.transform;

import static io.penstock.core.transform.Making.PASSED_ON;
import static io.penstock.core.transform.Making.example;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MapFunction.Signature;
import io.penstock.core.value.IpAddress;

import java.util.List;
import java.util.Optional;

/** Functions on network addresses. */
final class AddressFunctions {

    private AddressFunctions() {}

    static List<MapFunction> all() {
        return List.of(
                each(
                        "normalizeIp",
                        "an IP address",
                        DataType.IP,
                        "2001:DB8::1",
                        "2001:db8:0:0:0:0:0:1"),
                each(
                        "normalizeMac",
                        "a MAC address",
                        DataType.MAC,
                        "00-50-56-93-d7-c1",
                        "00:50:56:93:D7:C1"),
                new MapFunction(
                        "firstUsableIp",
                        new Signature(Over.LIST, DataType.IP, DataType.IP, List.of()),
                        new Help(
                                "Keeps the first IPv4 that is neither loopback nor link-local, else"
                                        + " the first such IPv6 (B-04).",
                                "What is not an address, or not a host's own, is left out.",
                                example(
                                        List.of("fe80::1", "169.254.1.1", "10.0.0.7", "10.0.0.8"),
                                        "10.0.0.7")),
                        (_, _) -> (in, _) -> firstUsable(in)));
    }

    private static MapFunction each(
            String name, String wanted, DataType type, String in, String out) {
        return new MapFunction(
                name,
                new Signature(Over.EACH, type, type, List.of()),
                new Help(
                        "Writes " + wanted + " in the one form the inventory keeps.",
                        PASSED_ON,
                        example(in, out)),
                (_, _) -> Making.orWarn(name, wanted, v -> converted(v, type)));
    }

    private static Optional<String> converted(String value, DataType type) {
        try {
            return Optional.of(Conversion.convert(value, type).toString());
        } catch (Conversion.Unfit e) {
            return Optional.empty();
        }
    }

    private static List<String> firstUsable(List<String> in) {
        var usable = in.stream().map(String::strip).filter(AddressFunctions::usable).toList();
        return usable.stream()
                .filter(v -> v.indexOf(':') < 0)
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean usable(String text) {
        return IpAddress.parse(text)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .filter(a -> !a.isAnyLocalAddress() && !a.isMulticastAddress())
                .isPresent();
    }
}
