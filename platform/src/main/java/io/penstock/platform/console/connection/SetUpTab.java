package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.engine.EngineImageFile;
import io.penstock.platform.engine.EnvFile;
import io.penstock.platform.engine.ImageLinks;
import io.penstock.platform.engine.StartExamples;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Tenants;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What starts an engine: UUIDs, env file, commands, examples, image (S-117 to S-120, B-32). */
@Controller
@RequestMapping("/connections/{uuid}")
class SetUpTab {

    private static final String IMAGE = "/api/v1/engine-image/";

    private final ConnectionFrame frame;
    private final Connections connections;
    private final Tenants tenants;
    private final EngineImageFile image;
    private final ImageLinks links;

    SetUpTab(
            ConnectionFrame frame,
            Connections connections,
            Tenants tenants,
            EngineImageFile image,
            ImageLinks links) {
        this.frame = frame;
        this.connections = connections;
        this.tenants = tenants;
        this.image = image;
        this.links = links;
    }

    /**
     * @param profile whose env file is shown; null for the first one
     */
    @GetMapping("/set-up")
    String show(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable UUID profile,
            HttpServletRequest request,
            Model model) {
        var connection = frame.open(caller, uuid, "set-up", model);
        var chosen = profile(connection, profile);
        model.addAttribute("customer", tenants.customerUuid(caller.tenantId()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("env", env(connection, chosen, request));
        model.addAttribute("envName", EnvFile.fileName(connection));
        model.addAttribute("commands", String.join("\n", EnvFile.commands(connection)));
        model.addAttribute("examples", examples(connection, chosen, request));
        return "connection/set-up";
    }

    /** The image's checksum is computed once for each new file, which takes some seconds. */
    @GetMapping("/set-up/image")
    String image(Caller caller, @PathVariable UUID uuid, HttpServletRequest request, Model model) {
        model.addAttribute("c", frame.require(caller, uuid));
        if (image.isThere()) {
            model.addAttribute("image", image.facts());
            model.addAttribute("imageUrl", address(request) + IMAGE + EngineImageFile.NAME);
        }
        return "connection/set-up :: image";
    }

    /** The answer is the page with the link in it; it works for an hour and without signing in. */
    @PostMapping("/set-up/image-link")
    String link(Caller caller, @PathVariable UUID uuid, HttpServletRequest request, Model model) {
        image.facts();
        var link = links.make();
        model.addAttribute("link", link);
        model.addAttribute(
                "linkUrl",
                address(request) + IMAGE + "links/" + link.proof() + "/" + EngineImageFile.NAME);
        return show(caller, uuid, null, request, model);
    }

    @GetMapping("/env")
    ResponseEntity<byte[]> download(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable UUID profile,
            HttpServletRequest request) {
        var connection = frame.require(caller, uuid);
        var text = env(connection, profile(connection, profile), request);
        var attachment =
                ContentDisposition.attachment().filename(EnvFile.fileName(connection)).build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Profile profile(Connection connection, @Nullable UUID uuid) {
        return uuid == null
                ? connections.profiles(connection).getFirst()
                : connections.requireProfile(connection, uuid);
    }

    private String env(Connection connection, Profile profile, HttpServletRequest request) {
        var customer = tenants.customerUuid(connection.tenantId());
        return EnvFile.text(address(request), customer, connection, profile);
    }

    private StartExamples examples(
            Connection connection, Profile profile, HttpServletRequest request) {
        var customer = tenants.customerUuid(connection.tenantId());
        return StartExamples.of(address(request), customer, connection, profile);
    }

    private static String address(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
