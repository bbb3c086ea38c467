package io.penstock.platform.intelligence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Lists as their publishers write them. */
final class ListTexts {

    static final String EPSS_HEAD =
            "#model_version:v2025.03.14,score_date:2026-11-20T00:00:00Z\ncve,epss,percentile\n";

    static final String KEV_HEAD =
            "\"cveID\",\"vendorProject\",\"product\",\"vulnerabilityName\",\"dateAdded\","
                    + "\"shortDescription\",\"requiredAction\",\"dueDate\","
                    + "\"knownRansomwareCampaignUse\",\"notes\",\"cwes\"\n";

    private ListTexts() {}

    static String epss(String... rows) {
        return EPSS_HEAD + String.join("\n", rows) + "\n";
    }

    static String kevEntry(String cve, String added, String ransomware) {
        return """
        {"cveID": "%s", "vendorProject": "Acme", "product": "Gate",
         "vulnerabilityName": "Acme Gate\\tinjection", "dateAdded": "%s",
         "shortDescription": "Text", "requiredAction": "Update", "dueDate": "2026-12-01",
         "knownRansomwareCampaignUse": "%s", "notes": "", "cwes": ["CWE-78"]}\
        """
                .formatted(cve, added, ransomware);
    }

    static String kev(int count, List<String> entries) {
        return """
        {"title": "Catalogue", "catalogVersion": "2026.11.20",
         "dateReleased": "2026-11-20T15:00:00.1Z", "count": %d,
         "vulnerabilities": [%s]}\
        """
                .formatted(count, String.join(",\n", entries));
    }

    static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
