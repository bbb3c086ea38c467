package io.penstock.platform.intelligence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/**
 * Where public lists come from.
 *
 * @param epssUrl address of the EPSS file; empty fetches nothing
 * @param kevUrl address of CISA's catalogue; empty fetches nothing
 * @param every time between two fetches, 1 h to 30 days
 * @param timeout for one whole fetch, 1 s to 1 h
 * @param bytesMax most bytes of a file as it comes, 1 KB to 1 GB
 */
@ConfigurationProperties("penstock.intelligence")
public record IntelligenceSettings(
        @DefaultValue("") String epssUrl,
        @DefaultValue("") String kevUrl,
        @DefaultValue("24h") Duration every,
        @DefaultValue("5m") Duration timeout,
        @DefaultValue("64MB") DataSize bytesMax) {

    private static final long BYTES_MAX = 1L << 30;

    public IntelligenceSettings {
        check("epss-url", epssUrl);
        check("kev-url", kevUrl);
        between("every", every, Duration.ofHours(1), Duration.ofDays(30));
        between("timeout", timeout, Duration.ofSeconds(1), Duration.ofHours(1));
        if (bytesMax.toBytes() < 1_024 || bytesMax.toBytes() > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "penstock.intelligence.bytes-max is " + bytesMax + ", allowed are 1KB to 1GB");
        }
    }

    String url(PublicList list) {
        return switch (list) {
            case EPSS -> epssUrl;
            case KEV -> kevUrl;
        };
    }

    private static void between(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "penstock.intelligence."
                            + name
                            + " is "
                            + value
                            + ", allowed are "
                            + least
                            + " to "
                            + most);
        }
    }

    /** What decides about scores is not taken from a line that anybody can write on. */
    private static void check(String name, String url) {
        if (url.isEmpty()) {
            return;
        }
        var address = URI.create(url);
        var host = address.getHost();
        var safe = "https".equals(address.getScheme());
        if (host == null || address.getUserInfo() != null || (!safe && !loopback(address))) {
            throw new IllegalArgumentException(
                    "penstock.intelligence."
                            + name
                            + " must be an https address without a user name, or http on this"
                            + " machine");
        }
    }

    private static boolean loopback(URI address) {
        var host = address.getHost();
        if (!"http".equals(address.getScheme()) || host == null) {
            return false;
        }
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
