package io.penstock.engine.metrics;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.MetricsSettings;
import io.penstock.engine.http.Route;
import io.penstock.engine.run.EngineIdentity;
import io.penstock.engine.run.EngineTally;
import io.penstock.source.Secret;

import java.util.concurrent.TimeUnit;

/** The OpenTelemetry SDK, sending to one collector over the engine's own way out. */
final class OtlpMetrics implements AutoCloseable {

    private static final String PATH = "/v1/metrics";
    private static final String SCOPE = "io.penstock.engine";
    private static final long CLOSE_SECONDS = 5;

    /** What the SDK measures of itself. */
    private static final InstrumentSelector OF_THE_SDK =
            InstrumentSelector.builder().setName("otel.sdk.*").build();

    private static final View NOT_SENT = View.builder().setAggregation(Aggregation.drop()).build();

    private final Route route;
    private final RouteSender sender;
    private final SdkMeterProvider provider;

    private OtlpMetrics(Route route, RouteSender sender, SdkMeterProvider provider) {
        this.route = route;
        this.sender = sender;
        this.provider = provider;
    }

    /**
     * @throws io.penstock.core.fault.FaultException CONFIGURATION when the way out is wrong
     */
    static OtlpMetrics start(MetricsSettings settings, EngineConfig config, EngineTally tally) {
        SdkLog.divert();
        var route = Route.of(config.net());
        var sender = new RouteSender(route);
        var exporter = OtlpHttpMetricExporter.builder().setComponentLoader(sender);
        exporter.setEndpoint(settings.collector() + PATH);
        settings.headers().forEach((name, value) -> add(exporter::addHeader, name, value));
        var provider =
                SdkMeterProvider.builder()
                        .setResource(resource(settings, config))
                        .registerView(OF_THE_SDK, NOT_SENT)
                        .registerMetricReader(
                                PeriodicMetricReader.builder(exporter.build())
                                        .setInterval(settings.every())
                                        .build())
                        .build();
        var meter =
                provider.meterBuilder(SCOPE)
                        .setInstrumentationVersion(EngineIdentity.version())
                        .build();
        new Instruments(meter).of(tally);
        return new OtlpMetrics(route, sender, provider);
    }

    private interface Headers {
        Object add(String name, String value);
    }

    private static void add(Headers headers, String name, Secret value) {
        var _ = headers.add(name, value.reveal());
    }

    /** Who sends; what the operator says of it wins, the name last of all. */
    private static Resource resource(MetricsSettings settings, EngineConfig config) {
        var said = Attributes.builder();
        said.put("service.version", EngineIdentity.version());
        said.put("service.instance.id", EngineIdentity.id().toString());
        said.put("host.name", EngineIdentity.host());
        said.put("penstock.connection", config.target().connection().toString());
        said.put("penstock.profile", config.target().profile().toString());
        settings.attributes().forEach((name, text) -> said.put(AttributeKey.stringKey(name), text));
        said.put("service.name", settings.service());
        return Resource.getDefault().merge(Resource.create(said.build()));
    }

    /** Begins to send; returns before it has arrived. */
    void flush() {
        var _ = provider.forceFlush();
    }

    /** While something is being sent the SDK would drop the last figures. */
    @Override
    public void close() {
        sender.awaitSent();
        provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
        route.close();
    }
}
