package io.penstock.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "SERIAL, 7xk-2l93, serial, 7XK2L93",
        "SERIAL, VMware-42 13 64 f9 8a a9 76 bd-0b 8f 6c 3e 10 5d 2a 77, serial,"
                + " VMWARE421364F98AA976BD0B8F6C3E105D2A77",
        "HARDWARE_UUID, {6F9619FF-8B86-D011-B42D-00C04FC964FF}, hardware-uuid,"
                + " 6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "HARDWARE_UUID, ff19966f-868b-11d0-b42d-00c04fc964ff, hardware-uuid,"
                + " 6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "SERIAL, VMware-42 13 64 f9 8a a9 76 bd-0b 8f 6c 3e 10 5d 2a 77, hardware-uuid,"
                + " 421364f9-8aa9-76bd-0b8f-6c3e105d2a77",
        "FQDN, WEB-1.Corp.Example.com., fqdn, web-1.corp.example.com",
        "FQDN, WEB-1.Corp.Example.com., hostname, web-1",
        "NAME, web-1.corp.example.com, fqdn, web-1.corp.example.com",
        "NAME, DESKTOP-7F3K2L9, hostname, desktop-7f3k2l9",
        "MAC, 0050.5693.d7c1, mac, 00:50:56:93:D7:C1",
        "MAC, 52-54-00-a1-b2-c3, mac, 52:54:00:A1:B2:C3",
        "IP, 2001:DB8::1, ip, 2001:db8:0:0:0:0:0:1",
        "IP, 10.0.0.5, ip, 10.0.0.5",
        "INSTANCE_ID, I-0ABCDEF0123456789, instance, aws:i-0abcdef0123456789",
        "NETWORK, VPC-1, network, vpc-1"
    })
    void writesValuesInOneSpelling(
            HostAttribute attribute, String raw, String identifier, String expected) {
        var identifiers = Identifiers.of(Map.of(attribute, List.of(raw)));

        var found = identifiers.values().get(Identifier.find(identifier).orElseThrow());
        assertThat(found).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SERIAL, To be filled by O.E.M.",
        "SERIAL, Default string",
        "SERIAL, None",
        "SERIAL, System Serial Number",
        "SERIAL, 0",
        "SERIAL, 00000000",
        "SERIAL, XXXXXXX",
        "SERIAL, 123456789",
        "SERIAL, 0123456789",
        "SERIAL, Not Specified",
        "SERIAL, '...'",
        "SERIAL, A1",
        "HARDWARE_UUID, 00000000-0000-0000-0000-000000000000",
        "HARDWARE_UUID, FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "HARDWARE_UUID, 03000200-0400-0500-0006-000700080009",
        "HARDWARE_UUID, 00020003-0004-0005-0006-000700080009",
        "HARDWARE_UUID, 12345678-1234-5678-90AB-CDDEEFAABBCC",
        "HARDWARE_UUID, 78563412-3412-7856-90AB-CDDEEFAABBCC",
        "HARDWARE_UUID, 4C4C4544-0000-2010-8020-80C04F202020",
        "HARDWARE_UUID, 44454C4C-0000-1020-8020-80C04F202020",
        "HARDWARE_UUID, Not Settable",
        "HARDWARE_UUID, 4213-64F9",
        "FQDN, ip-10-0-0-5.ec2.internal",
        "FQDN, web-1.localdomain",
        "FQDN, macbook.local",
        "NAME, localhost",
        "NAME, raspberrypi",
        "NAME, ip-10-0-0-5",
        "NAME, 10.0.0.5",
        "NAME, host_10.0.0.5",
        "NAME, two words",
        "MAC, 00:00:00:00:00:00",
        "MAC, FF:FF:FF:FF:FF:FF",
        "MAC, 02:42:ac:11:00:02",
        "MAC, 00:50:56:C0:00:08",
        "MAC, 0A:00:27:00:00:00",
        "MAC, 00:FF:3A:10:22:31",
        "MAC, 02:00:4C:4F:4F:50",
        "MAC, 01:00:5E:00:00:FB",
        "MAC, 00:11:22",
        "IP, 127.0.0.1",
        "IP, 0.0.0.0",
        "IP, 169.254.10.20",
        "IP, fe80::1%eth0",
        "IP, 224.0.0.251",
        "IP, 172.17.0.1",
        "IP, 10.0.0.300",
        "INSTANCE_ID, some-id-without-a-provider",
        "NETWORK, default"
    })
    void dropsJunkWithAReason(HostAttribute attribute, String raw) {
        var identifiers = Identifiers.of(Map.of(attribute, List.of(raw)));

        assertThat(identifiers.values()).doesNotContainKey(Identifier.SERIAL);
        assertThat(identifiers.ignored())
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.value()).isEqualTo(raw))
                .allSatisfy(i -> assertThat(i.sentence()).contains("ignored: ").contains(raw));
        assertThat(identifiers.values().keySet())
                .doesNotContainAnyElementsOf(
                        identifiers.ignored().stream().map(IgnoredValue::identifier).toList());
    }

    @Test
    void keepsTheNameOfAHostWhoseDomainIsMadeUp() {
        var identifiers = Identifiers.of(Map.of(HostAttribute.FQDN, List.of("web-1.localdomain")));

        assertThat(identifiers.values())
                .containsOnly(Map.entry(Identifier.HOSTNAME, List.of("web-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "Dell Inc., 7XK2L93 (dell)",
        "HP, 7XK2L93 (hp)",
        "Hewlett-Packard, 7XK2L93 (hp)",
        "'ASUSTeK COMPUTER INC.', 7XK2L93 (asus)",
        "American Megatrends Inc., 7XK2L93",
        "Phoenix Technologies LTD, 7XK2L93",
        "System manufacturer, 7XK2L93"
    })
    void namesTheMakerOfTheMachineNotOfItsFirmware(String maker, String expected) {
        var identifiers =
                Identifiers.of(
                        Map.of(
                                HostAttribute.SERIAL, List.of("7XK2L93"),
                                HostAttribute.MANUFACTURER, List.of(maker)));

        assertThat(identifiers.values().get(Identifier.SERIAL)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_EC2_V2", "Amazon", "aws"})
    void knowsAProviderByItsNames(String provider) {
        var identifiers =
                Identifiers.of(
                        Map.of(
                                HostAttribute.INSTANCE_ID, List.of("i-1"),
                                HostAttribute.CLOUD_PROVIDER, List.of(provider)));

        assertThat(identifiers.values().get(Identifier.INSTANCE)).containsExactly("aws:i-1");
    }

    @Test
    void theOrderOfRawValuesDoesNotMatter() {
        var macs = List.of("3C:52:82:11:22:33", "00:00:00:00:00:00", "A4:BB:6D:11:22:33");

        var one = Identifiers.of(Map.of(HostAttribute.MAC, macs));
        var other = Identifiers.of(Map.of(HostAttribute.MAC, macs.reversed()));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void boundsWhatOneHostCarries() {
        var macs = IntStream.range(0, 1_000).mapToObj("3C:52:82:11:%02X:00"::formatted).toList();
        var many = IntStream.range(0, 256).mapToObj("3C:52:82:11:22:%02X"::formatted).toList();

        var identifiers = Identifiers.of(Map.of(HostAttribute.MAC, many));
        var broken = Identifiers.of(Map.of(HostAttribute.MAC, macs));

        assertThat(identifiers.values().get(Identifier.MAC)).hasSize(Collected.VALUES_MAX);
        assertThat(identifiers.ignored()).hasSize(100);
        assertThat(broken.ignored()).hasSizeLessThanOrEqualTo(100);
    }
}
