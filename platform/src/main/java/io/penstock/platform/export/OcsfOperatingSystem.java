package io.penstock.platform.export;

import java.util.regex.Pattern;

/**
 * Families of operating systems with OCSF's number and caption, each told by words that name it.
 * Nothing is guessed: what has none of these words is {@link #UNKNOWN}.
 */
enum OcsfOperatingSystem {
    WINDOWS_MOBILE(101, "Windows Mobile", "(?i)\\bwindows (mobile|phone)\\b"),
    WINDOWS(100, "Windows", "(?i)\\bwindows\\b"),
    ANDROID(201, "Android", "(?i)\\bandroid\\b"),
    LINUX(
            200,
            "Linux",
            "(?i)\\b(linux|ubuntu|debian|rhel|centos|fedora|sles|opensuse|almalinux"
                    + "|red hat enterprise)\\b"),
    /** Also as CrowdStrike writes it: {@code Ventura (13)}. */
    MACOS(
            300,
            "macOS",
            "(?i)\\b(macos|mac os x|os x)\\b|^(high sierra|mojave|catalina|big sur|monterey"
                    + "|ventura|sonoma|sequoia|tahoe) \\([0-9.]{2,12}\\)$"),
    IPADOS(302, "iPadOS", "(?i)\\bipados\\b"),
    /** In its own spelling: IOS in capitals is the system of Cisco's routers. */
    IOS(301, "iOS", "\\biOS\\b"),
    SOLARIS(400, "Solaris", "(?i)\\b(solaris|sunos)\\b"),
    AIX(401, "AIX", "\\bAIX\\b"),
    HP_UX(402, "HP-UX", "(?i)\\bhp-ux\\b"),
    UNKNOWN(0, "Unknown", "");

    private final int typeId;
    private final String caption;
    private final Pattern words;

    OcsfOperatingSystem(int typeId, String caption, String words) {
        this.typeId = typeId;
        this.caption = caption;
        this.words = Pattern.compile(words);
    }

    /** The family that a name tells. */
    static OcsfOperatingSystem of(String name) {
        for (var family : values()) {
            if (family.words.matcher(name).find()) {
                return family;
            }
        }
        return UNKNOWN;
    }

    int typeId() {
        return typeId;
    }

    String caption() {
        return caption;
    }
}
