package io.penstock.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the platform. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlatformMain {

    public static void main(String[] arguments) {
        SpringApplication.run(PlatformMain.class, arguments);
    }
}
