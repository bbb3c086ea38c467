package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What no page may do: ask another host, write an error to the console (a breach of the content
 * policy is one), throw, open a dialog, or get a refusal that the test does not expect.
 */
final class Watch {

    private static final int REFUSED_FROM = 400;
    private static final String REFUSAL = "the server responded with a status of ";

    private final URI site;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private final Set<Request> waiting = new HashSet<>();
    private final List<Response> scripts = new ArrayList<>();

    private Watch(URI site) {
        this.site = site;
    }

    static Watch over(BrowserContext context, URI site) {
        var watch = new Watch(site);
        context.onRequest(watch::asked);
        context.onRequestFinished(watch.waiting::remove);
        context.onRequestFailed(watch.waiting::remove);
        context.onFrameNavigated(watch::left);
        context.onResponse(watch::answered);
        context.onConsoleMessage(watch::printed);
        context.onWebError(error -> watch.complaints.add("thrown: " + error.error()));
        context.onDialog(dialog -> {
            watch.complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return watch;
    }

    /** Refusals with this status are part of the test. */
    void expect(int status) {
        expected.add(status);
    }

    /** True when every request was answered. */
    boolean quiet() {
        return waiting.isEmpty();
    }

    /** The scripts that were loaded so far. */
    List<Response> scripts() {
        return List.copyOf(scripts);
    }

    void assertClean() {
        assertThat(complaints).as("what the pages did").isEmpty();
    }

    /** Of what a page was still waiting for when it was left, nothing is ever heard. */
    private void left(Frame frame) {
        if (frame.parentFrame() == null) {
            waiting.clear();
        }
    }

    private void asked(Request request) {
        waiting.add(request);
        var address = URI.create(request.url().replaceAll("[?#].*", ""));
        var inside =
                switch (String.valueOf(address.getScheme())) {
                    case "data", "blob", "about" -> true;
                    default -> site.getAuthority().equals(address.getAuthority());
                };
        if (!inside) {
            complaints.add("asked outside: " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= REFUSED_FROM && !expected.contains(response.status())) {
            complaints.add(response.status() + " from " + response.url());
        }
        if ("script".equals(response.request().resourceType())) {
            scripts.add(response);
        }
    }

    private void printed(ConsoleMessage message) {
        // A refusal is told here a second time.
        if (message.type().equals("error") && !message.text().contains(REFUSAL)) {
            complaints.add("console: " + message.text());
        }
    }
}
