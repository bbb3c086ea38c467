package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches a list from its configured address. */
@Component
class Download {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final IntelligenceSettings settings;

    Download(IntelligenceSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws FaultException CONFIGURATION when no address is configured, UNAVAILABLE when nothing
     *     whole comes from it
     */
    SpooledFile fetch(PublicList list) {
        var url = settings.url(list);
        if (url.isEmpty()) {
            var key = list == PublicList.EPSS ? "epss-url" : "kev-url";
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "LIST_NO_ADDRESS",
                    "No address is configured for the " + list.label() + ".",
                    "Set penstock.intelligence." + key + ", or send the file.");
        }
        var address = URI.create(url);
        var origin = address.getAuthority() + address.getPath();
        try {
            var path = Files.createTempFile("penstock-list-", ".tmp");
            try {
                fetch(list, address, path, origin);
                return SpooledFile.adopt(path, origin);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw failed(list, origin, "the disk does not take it");
        }
    }

    private void fetch(PublicList list, URI address, Path path, String origin) {
        var request = HttpRequest.newBuilder(address).header("User-Agent", "penstock").build();
        var client = client();
        // One deadline for all of it: a server that dribbles is as dead as one that is silent.
        var answer = client.sendAsync(request, info -> subscriber(info, path));
        try {
            var status = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (status.statusCode() != 200) {
                throw failed(list, origin, "the answer was " + status.statusCode());
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(
                    list, origin, "it took more than " + settings.timeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw failed(list, origin, BadFile.shown(String.valueOf(cause.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw failed(list, origin, "the platform is stopping");
        } finally {
            client.shutdownNow();
        }
    }

    /** One for each fetch, since there is one a day; redirects never lead from https to http. */
    private static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private BodySubscriber<Path> subscriber(HttpResponse.ResponseInfo info, Path path) {
        return info.statusCode() == 200
                ? BodySubscribers.limiting(
                        BodySubscribers.ofFile(path), settings.bytesMax().toBytes())
                : BodySubscribers.replacing(path);
    }

    private static FaultException failed(PublicList list, String origin, String why) {
        return new FaultException(
                FaultKind.UNAVAILABLE,
                "LIST_UNREACHABLE",
                "The " + list.label() + " could not be fetched from " + origin + ": " + why + ".",
                "What is stored stays; the file can also be sent.");
    }
}
