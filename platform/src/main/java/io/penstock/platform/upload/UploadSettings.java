package io.penstock.platform.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of uploads.
 *
 * @param bytesMax most bytes of one file
 * @param pagesWaiting pages of one upload that may wait for the transformation; more make the
 *     sender wait
 */
@ConfigurationProperties("penstock.upload")
public record UploadSettings(
        @DefaultValue("2GB") DataSize bytesMax, @DefaultValue("16") int pagesWaiting) {

    public UploadSettings {
        if (bytesMax.toBytes() < 1_024 || bytesMax.toGigabytes() > 100) {
            throw new IllegalArgumentException(
                    "penstock.upload.bytes-max is " + bytesMax + ", allowed are 1KB to 100GB");
        }
        if (pagesWaiting < 1 || pagesWaiting > 10_000) {
            throw new IllegalArgumentException(
                    "penstock.upload.pages-waiting is "
                            + pagesWaiting
                            + ", allowed are 1 to 10000");
        }
    }
}
