package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.engine.EngineImageFile;
import io.penstock.platform.engine.ImageLinks;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.time.Instant;

/** The engine's image, with the session or a token, or by a link that holds an hour (S-120). */
@RestController
class EngineImageController {

    private static final String BASE = "/api/v1/engine-image";
    private static final String LINKS = BASE + "/links/";
    private static final String SUM = ".sha256";

    private final EngineImageFile image;
    private final ImageLinks links;

    EngineImageController(EngineImageFile image, ImageLinks links) {
        this.image = image;
        this.links = links;
    }

    /**
     * @param imageUrl the address of the archive
     * @param checksumUrl the address of its checksum, in the form of {@code sha256sum}
     */
    record ImageJson(
            String fileName, long bytes, String sha256, String imageUrl, String checksumUrl) {}

    record LinkJson(String imageUrl, String checksumUrl, Instant expiresAt) {}

    /**
     * Size, checksum and addresses of the engine's image.
     *
     * @return the facts; 404 when this platform was started without an image
     */
    @GetMapping(BASE)
    ImageJson facts(HttpServletRequest request) {
        var facts = image.facts();
        var url = address(request) + BASE + "/" + EngineImageFile.NAME;
        return new ImageJson(EngineImageFile.NAME, facts.bytes(), facts.sha256(), url, url + SUM);
    }

    /**
     * The engine's image, for docker load.
     *
     * @return a docker archive in gzip; its SHA-256 is the ETag
     */
    @GetMapping(BASE + "/" + EngineImageFile.NAME)
    ResponseEntity<Resource> archive() {
        var facts = image.facts();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/gzip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(EngineImageFile.NAME)
                                .build()
                                .toString())
                .eTag('"' + facts.sha256() + '"')
                .body(new FileSystemResource(facts.file()));
    }

    /**
     * The checksum of the engine's image.
     *
     * @return one line in the form of sha256sum
     */
    @GetMapping(path = BASE + "/" + EngineImageFile.NAME + SUM, produces = "text/plain")
    String checksum() {
        return image.facts().sha256() + "  " + EngineImageFile.NAME + "\n";
    }

    /**
     * Make a link that needs no sign-in, for the machine that loads the image.
     *
     * @return the link, good for an hour or until the platform starts anew
     */
    @PostMapping(BASE + "/links")
    @ResponseStatus(HttpStatus.CREATED)
    LinkJson link(HttpServletRequest request) {
        image.facts();
        var link = links.make();
        var url = address(request) + LINKS + link.proof() + "/" + EngineImageFile.NAME;
        return new LinkJson(url, url + SUM, link.expiresAt());
    }

    /**
     * The engine's image by a link; needs no token.
     *
     * @return a docker archive in gzip; its SHA-256 is the ETag
     */
    @GetMapping(LINKS + "{proof}/" + EngineImageFile.NAME)
    ResponseEntity<Resource> archive(@PathVariable String proof) {
        require(proof);
        return archive();
    }

    /**
     * The checksum of the engine's image by a link; needs no token.
     *
     * @return one line in the form of sha256sum
     */
    @GetMapping(path = LINKS + "{proof}/" + EngineImageFile.NAME + SUM, produces = "text/plain")
    String checksum(@PathVariable String proof) {
        require(proof);
        return checksum();
    }

    private void require(String proof) {
        if (!links.holds(proof)) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "LINK_EXPIRED",
                    "This link of the engine's image is too old.",
                    "Make a new one on the connection's page.");
        }
    }

    private static String address(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
