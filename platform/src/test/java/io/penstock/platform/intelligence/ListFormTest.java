package io.penstock.platform.intelligence;

import static io.penstock.platform.intelligence.ListTexts.EPSS_HEAD;
import static io.penstock.platform.intelligence.ListTexts.KEV_HEAD;
import static io.penstock.platform.intelligence.ListTexts.kev;
import static io.penstock.platform.intelligence.ListTexts.kevEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is read of a list, and the sentence for one that cannot be read. */
class ListFormTest {

    private final List<String> rows = new ArrayList<>();

    @Test
    void readsTheEpssFile() throws IOException {
        var text = EPSS_HEAD + "CVE-1999-0001,0.01015,0.83162\r\nCVE-2021-44228,1,0.999999999";

        var version = read(PublicList.EPSS, text);

        assertThat(version).isEqualTo(new ListVersion("v2025.03.14", LocalDate.of(2026, 11, 20)));
        assertThat(rows)
                .containsExactly(
                        "3 CVE-1999-0001 [0.01015, 0.83162]", "4 CVE-2021-44228 [1, 0.999999999]");
    }

    @Test
    void readsTheCatalogueAsJsonAndAsCsv() throws IOException {
        var json =
                read(
                        PublicList.KEV,
                        kev(1, List.of(kevEntry("CVE-2024-1000", "2026-01-31", "Unknown"))));
        var csv =
                read(
                        PublicList.KEV,
                        "\uFEFF"
                                + KEV_HEAD
                                + "CVE-2024-1000,Acme,Gate,\"Two\n"
                                + "lines, \"\"quoted\"\"\",2026-01-31,Text,Update,,Known,,CWE-78\n"
                                + "CVE-2024-1001,Acme,Gate,Name,2026-02-01,T,U,2026-03-01,Unknown,,\n");

        assertThat(json).isEqualTo(new ListVersion("2026.11.20", LocalDate.of(2026, 11, 20)));
        assertThat(csv).isEqualTo(ListVersion.UNKNOWN);
        assertThat(rows)
                .containsExactly(
                        "3 CVE-2024-1000 [Acme Gate\tinjection, Acme, Gate, 2026-01-31,"
                                + " 2026-12-01, false]",
                        "2 CVE-2024-1000 [Two\nlines, \"quoted\", Acme, Gate, 2026-01-31, null,"
                                + " true]",
                        "4 CVE-2024-1001 [Name, Acme, Gate, 2026-02-01, 2026-03-01, false]");
    }

    @Test
    void aVersionIsALineThatCanBeStored() throws IOException {
        var text = kev(1, List.of(kevEntry("CVE-2024-1000", "2026-01-31", "Unknown")));

        var version = read(PublicList.KEV, text.replace("2026.11.20", "2026\\u0000.11"));

        assertThat(version.version()).isEqualTo("2026 .11");
    }

    static Stream<List<String>> badEpss() {
        return Stream.of(
                bad(
                        "EPSS",
                        "",
                        "Line 1 of the EPSS file is missing instead of"
                                + " '#model_version:…,score_date:2026-…'."),
                bad(
                        "EPSS",
                        "cve,epss,percentile\n",
                        "Line 1 of the EPSS file is 'cve,epss,percentile' instead of"
                                + " '#model_version:…,score_date:2026-…'."),
                bad(
                        "EPSS",
                        "#model_version:v1,score_date:2026-13-01T\n",
                        "Line 1 of the EPSS file has '2026-13-01' for a day."),
                bad(
                        "EPSS",
                        "#model_version:v1,score_date:2026-11-01T\nx",
                        "Line 2 of the EPSS file is 'x' instead of 'cve,epss,percentile'."),
                bad(
                        "EPSS",
                        EPSS_HEAD + "CVE-2024-1000,0.1,0.2\nCVE-2024-1001,0.1",
                        "Line 4 of the EPSS file has 2 values instead of 3."),
                bad(
                        "EPSS",
                        EPSS_HEAD + "CVE-2024-1,0.1,0.2",
                        "Line 3 of the EPSS file has 'CVE-2024-1' for a CVE number."),
                bad(
                        "EPSS",
                        EPSS_HEAD + "CVE-2024-1000,1.1,0.2",
                        "Line 3 of the EPSS file has '1.1' for epss instead of a number from 0 to"
                                + " 1."),
                bad(
                        "EPSS",
                        EPSS_HEAD + "CVE-2024-1000,0.1,NaN",
                        "Line 3 of the EPSS file has 'NaN' for percentile instead of a number from"
                                + " 0 to 1."),
                bad(
                        "EPSS",
                        EPSS_HEAD + "CVE-2024-1000,1e-1,0",
                        "Line 3 of the EPSS file has '1e-1' for epss instead of a number from 0 to"
                                + " 1."),
                bad(
                        "EPSS",
                        EPSS_HEAD + "x".repeat(300),
                        "Line 3 of the EPSS file has more than 200 characters."));
    }

    static Stream<List<String>> badKev() {
        var entry = kevEntry("CVE-2024-1000", "2026-01-31", "Known");
        return Stream.of(
                bad("KEV", "", "Line 1 of the KEV catalogue is missing."),
                bad("KEV", "<html>", "Line 1 of the KEV catalogue names no column 'cveID'."),
                bad(
                        "KEV",
                        KEV_HEAD + "CVE-2024-1000,Acme\n",
                        "Line 2 of the KEV catalogue has 2 values under a heading of 11."),
                bad(
                        "KEV",
                        KEV_HEAD + "CVE-2024-1000,A,G,N,soon,T,U,,,,\n",
                        "Line 2 of the KEV catalogue has 'soon' for dateAdded instead of a day such"
                                + " as 2026-01-31."),
                bad("KEV", "[]", "Line 1 of the KEV catalogue does not begin with an object."),
                bad(
                        "KEV",
                        "{\"count\": 0}",
                        "Line 1 of the KEV catalogue ends the catalogue, which has no"
                                + " 'vulnerabilities'."),
                bad(
                        "KEV",
                        kev(2, List.of(entry)),
                        "Line 6 of the KEV catalogue ends the catalogue after 1 entries, but"
                                + " 'count' is '2'."),
                bad(
                        "KEV",
                        kev(2, List.of(entry, entry.replace("CVE-2024-1000", "none"))),
                        "Line 7 of the KEV catalogue has 'none' for a CVE number."),
                bad(
                        "KEV",
                        kev(1, List.of("1")),
                        "Line 3 of the KEV catalogue has something else than an entry in"
                                + " 'vulnerabilities'."));
    }

    @ParameterizedTest
    @MethodSource({"badEpss", "badKev"})
    void saysWhichLineIsWrongAndHow(List<String> bad) {
        assertThatThrownBy(() -> read(PublicList.valueOf(bad.get(0)), bad.get(1)))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().message()).isEqualTo(bad.get(2)));
    }

    @Test
    void aCatalogueThatIsCutOffIsNoJson() {
        var cut = kev(1, List.of(kevEntry("CVE-2024-1000", "2026-01-31", "Known")));

        assertThatThrownBy(() -> read(PublicList.KEV, cut.substring(0, cut.length() - 3)))
                .hasMessageStartingWith("Line 6 of the KEV catalogue is no JSON: ");
    }

    @Test
    void aQuoteInTheWrongPlaceIsNoCsv() {
        assertThatThrownBy(() -> read(PublicList.KEV, KEV_HEAD + "\"CVE-2024-1000\"x,Acme\n"))
                .hasMessageStartingWith("The KEV catalogue is no CSV: '");
    }

    private static List<String> bad(String list, String text, String sentence) {
        return List.of(list, text, sentence);
    }

    private ListVersion read(PublicList list, String text) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return ListForm.of(list)
                .read(
                        bytes,
                        (line, cve, cells) ->
                                rows.add(line + " " + cve + " " + Arrays.asList(cells)));
    }
}
