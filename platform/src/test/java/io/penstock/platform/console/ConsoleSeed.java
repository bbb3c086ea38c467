package io.penstock.platform.console;

import io.penstock.platform.security.TestPlatform;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import javax.sql.DataSource;

/** The seeded inventory of the console's tests; needs one connection. */
public final class ConsoleSeed {

    private ConsoleSeed() {}

    public static void into(TestPlatform platform) {
        new ResourceDatabasePopulator(new ClassPathResource("seed.sql", ConsoleSeed.class))
                .execute(platform.bean(DataSource.class));
    }
}
