package io.penstock.platform.api;

import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.security.Caller;
import io.penstock.platform.tag.AssignedTag;
import io.penstock.platform.tag.Tag;
import io.penstock.platform.tag.Tags;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Tags, and which assets have them (etm 5.12). */
@RestController
class TagsController {

    private final Tags tags;
    private final AssetSearch assets;

    TagsController(Tags tags, AssetSearch assets) {
        this.tags = tags;
        this.assets = assets;
    }

    record TagInput(
            @Nullable String name,
            @Nullable Integer criticality,
            @Nullable Boolean internetFacing) {

        Tag.Label label() {
            return new Tag.Label(
                    name == null ? "" : name.strip(),
                    criticality,
                    internetFacing != null && internetFacing);
        }
    }

    /**
     * @param suggestedBy a source that suggests the tag; left out for a person's own word
     */
    record AssetsInput(@Nullable List<UUID> assets, @Nullable String suggestedBy) {

        List<UUID> wanted() {
            return assets == null ? List.of() : assets;
        }
    }

    record TagsJson(List<Tag> tags) {}

    record AssignedJson(List<AssignedTag> tags) {}

    /** How many assets, or records of them, were changed. */
    record ChangedJson(int changed) {}

    /**
     * Tags with their criticality and exposure.
     *
     * @return tags
     */
    @GetMapping("/api/v1/tags")
    TagsJson all(Caller caller) {
        return new TagsJson(tags.all(caller.tenantId()));
    }

    /**
     * Make a tag.
     *
     * @return the tag
     */
    @PostMapping("/api/v1/tags")
    @ResponseStatus(HttpStatus.CREATED)
    Tag create(Caller caller, @RequestBody TagInput input) {
        return tags.create(caller.tenantId(), input.label(), caller.username());
    }

    /**
     * One tag.
     *
     * @return the tag
     */
    @GetMapping("/api/v1/tags/{uuid}")
    Tag one(Caller caller, @PathVariable UUID uuid) {
        return tags.require(caller.tenantId(), uuid);
    }

    /**
     * Change a tag; its assets are scored anew.
     *
     * @return the tag
     */
    @PutMapping("/api/v1/tags/{uuid}")
    Tag change(Caller caller, @PathVariable UUID uuid, @RequestBody TagInput input) {
        return tags.change(caller.tenantId(), uuid, input.label(), caller.username());
    }

    /** Delete a tag; its assets are scored anew. */
    @DeleteMapping("/api/v1/tags/{uuid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID uuid) {
        tags.delete(caller.tenantId(), uuid);
    }

    /**
     * Put a tag on assets.
     *
     * @return how many have it
     */
    @PostMapping("/api/v1/tags/{uuid}/assets")
    ChangedJson add(Caller caller, @PathVariable UUID uuid, @RequestBody AssetsInput input) {
        var source = input.suggestedBy() == null ? "" : input.suggestedBy().strip();
        return new ChangedJson(
                tags.add(caller.tenantId(), uuid, input.wanted(), source, caller.username()));
    }

    /**
     * Take a tag off assets.
     *
     * @return how many have it
     */
    @PostMapping("/api/v1/tags/{uuid}/assets/remove")
    ChangedJson remove(Caller caller, @PathVariable UUID uuid, @RequestBody AssetsInput input) {
        return new ChangedJson(tags.remove(caller.tenantId(), uuid, input.wanted()));
    }

    /**
     * Tags of an asset.
     *
     * @return tags
     */
    @GetMapping("/api/v1/assets/{id}/tags")
    AssignedJson ofAsset(Caller caller, @PathVariable UUID id) {
        var asset =
                assets.idOf(caller.tenantId(), id).orElseThrow(() -> AssetsController.unknown(id));
        return new AssignedJson(tags.ofAsset(caller.tenantId(), asset));
    }
}
