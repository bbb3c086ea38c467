package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Packed pages are kept, yet never served once their rows have changed. */
class PackedPageTest {

    private static final int DAYS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"cve", "host_info"})
    void aPackedPageIsMadeAnewWhenItsRowsChange(String facet) throws IOException {
        Falcon falcon = Falcon.of(400, 20);
        List<String> before = pages(falcon, facet);
        falcon.advance(1, "0.05");
        List<String> after = pages(falcon, facet);

        int sameRowsOtherwise = 0;
        for (int day = 0; day < DAYS; day++) {
            boolean changed = !before.get(day).equals(after.get(day));
            sameRowsOtherwise +=
                    changed && ids(before.get(day)).equals(ids(after.get(day))) ? 1 : 0;
            assertThat(after.get(day))
                    .isEqualTo(Falcon.text(falcon.get(Falcon.SPOTLIGHT, query(day, facet))));
        }
        assertThat(sameRowsOtherwise).isGreaterThan(5);
    }

    /** The findings created on each of some days, unpacked. */
    private static List<String> pages(Falcon falcon, String facet) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            byte[] body =
                    falcon.get(falcon.bearer(), true, Falcon.SPOTLIGHT, query(day, facet)).body();
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                pages.add(new String(in.readAllBytes(), UTF_8));
            }
        }
        return pages;
    }

    private static String[] query(int day, String facet) {
        LocalDate date = LocalDate.parse("2026-03-01").plusDays(day);
        String filter =
                "created_timestamp:>='%s'+created_timestamp:<'%s'"
                        .formatted(date, date.plusDays(1));
        return new String[] {"filter", filter, "limit", "5000", "facet", facet};
    }

    private static List<String> ids(String page) {
        List<String> ids = new ArrayList<>();
        JsonNode resources = JsonMapper.shared().readTree(page).get("resources");
        resources.forEach(finding -> ids.add(finding.get("id").asString()));
        return ids;
    }
}
