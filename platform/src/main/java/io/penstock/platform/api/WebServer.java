package io.penstock.platform.api;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What the web server itself answers, in our words. */
@Component
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int headerBytesMax;

    WebServer(@Value("${server.max-http-request-header-size}") DataSize headerBytesMax) {
        this.headerBytesMax = Math.toIntExact(headerBytesMax.toBytes());
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context ->
                context.getParent().getPipeline().addValve(new AddressTooLong(headerBytesMax)));
    }
}
