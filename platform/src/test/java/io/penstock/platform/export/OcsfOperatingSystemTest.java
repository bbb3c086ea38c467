package io.penstock.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcsfOperatingSystemTest {

    @ParameterizedTest
    @CsvSource({
        "Windows Server 2019,100",
        "Microsoft Windows 10 Pro,100",
        "Windows Phone 8,101",
        "RHEL 8.4,200",
        "Red Hat Enterprise Linux 9,200",
        "Ubuntu 22.04,200",
        "Amazon Linux 2,200",
        "Android 14,201",
        "Ventura (13),300",
        "Big Sur (11),300",
        "macOS 14.2,300",
        "Mac OS X 10.9,300",
        "iOS 17.1,301",
        "iPadOS 16,302",
        "Cisco IOS XE 17,0",
        "SunOS 5.11,400",
        "AIX 7.2,401",
        "HP-UX 11,402",
        "Darwin,0",
        "Ventura Cloud,0",
        "FreeBSD 14,0",
        "'',0",
    })
    void isToldByWordsThatNameIt(String name, int typeId) {
        assertThat(OcsfOperatingSystem.of(name).typeId()).isEqualTo(typeId);
    }
}
