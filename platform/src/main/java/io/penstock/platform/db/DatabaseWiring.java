package io.penstock.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.nio.file.Path;
import java.security.SecureRandom;

import javax.sql.DataSource;

/**
 * Makes the two pools, for work and for reading, and starts our own PostgreSQL first when no other
 * one is set.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    private static final String DATABASE = "penstock";

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${penstock.database.url:}'.isBlank()")
    EmbeddedPostgres embeddedPostgres(@Value("${penstock.data}") Path data) {
        return EmbeddedPostgres.start(data.toAbsolutePath(), new SecureRandom());
    }

    @Primary
    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        var pool = pool(settings, embedded.getIfAvailable());
        pool.setPoolName("penstock");
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        return new HikariDataSource(pool);
    }

    @Bean(name = ReadingSession.SOURCE, destroyMethod = "close")
    DataSource readingSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        var pool = pool(settings, embedded.getIfAvailable());
        pool.setPoolName("penstock-reading");
        pool.setMaximumPoolSize(settings.readers());
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql(ReadingSession.SETTINGS);
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(
            DatabaseSettings settings, @Nullable EmbeddedPostgres embedded) {
        var pool = new HikariConfig();
        if (embedded != null) {
            pool.setJdbcUrl(embedded.url(DATABASE));
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(embedded.password());
        } else {
            pool.setJdbcUrl(settings.url());
            pool.setUsername(settings.username());
            pool.setPassword(settings.password());
        }
        pool.setAutoCommit(true);
        return pool;
    }
}
