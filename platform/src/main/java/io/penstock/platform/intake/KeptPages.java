package io.penstock.platform.intake;

import io.penstock.platform.setting.RunTimeSetting;
import io.penstock.platform.setting.Settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Back to how many complete full runs the pages of a connection are kept. */
@Configuration(proxyBeanMethods = false)
class KeptPages {

    private static final String KEY = "pages.kept-full-runs";
    private static final long USUAL = 2;
    private static final long MOST = 50;

    static long of(Settings chosen, int tenantId) {
        return chosen.chosen(tenantId, KEY).orElse(USUAL);
    }

    @Bean
    RunTimeSetting pagesKept() {
        return new RunTimeSetting(
                KEY,
                "Raw pages are kept back to",
                "complete full runs",
                USUAL,
                MOST,
                "2",
                "Of each connection. What is kept can be replayed; it takes room in the database."
                        + " Looked at when a run ends.");
    }
}
