package io.penstock.platform.intelligence;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the public lists say of one CVE.
 *
 * @param epss null when the stored list does not name it, or there is none
 * @param kev null when CISA's catalogue does not name it, or there is none
 */
public record CveFacts(String cve, @Nullable Epss epss, @Nullable Kev kev) {

    /**
     * @param probability of attacks within the next thirty days, 0 to 1
     * @param percentile the share of all CVEs with the same or a lower probability, 0 to 1
     */
    public record Epss(BigDecimal probability, BigDecimal percentile, LocalDate date) {}

    /**
     * An entry of the catalogue of exploited vulnerabilities.
     *
     * @param due until when agencies must have mended it; null when the list says nothing
     * @param ransomware ransomware is known to use it
     */
    public record Kev(
            String name,
            String vendor,
            String product,
            LocalDate added,
            @Nullable LocalDate due,
            boolean ransomware) {}
}
