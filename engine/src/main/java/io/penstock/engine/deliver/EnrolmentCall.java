package io.penstock.engine.deliver;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.http.Route;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.EnrolAnswer;
import io.penstock.wire.EnrolRequest;
import io.penstock.wire.WireJson;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;

/** The one call that needs no login. */
public final class EnrolmentCall {

    private EnrolmentCall() {}

    /**
     * Trades a one-time token for a user name.
     *
     * @throws io.penstock.core.fault.FaultException when the platform refuses or does not answer
     */
    public static String make(EngineConfig config, EnrolRequest message) {
        try (var route = Route.of(config.net());
                var net = new Transport(TransportLimits.of(config.net().platform()), route)) {
            var request =
                    net.request(URI.create(config.api() + EnginePaths.ENROL))
                            .header("Content-Type", "application/json")
                            .header(
                                    EnginePaths.HEADER_CUSTOMER,
                                    config.target().customer().toString())
                            .POST(BodyPublishers.ofByteArray(WireJson.write(message)))
                            .build();
            var answer = net.send(request);
            if (answer.status() / 100 != 2) {
                throw PlatformRefusals.of(answer, "the enrolment", config.api().toString());
            }
            return WireJson.read(answer.body(), EnrolAnswer.class).username();
        }
    }
}
