package io.penstock.platform.console.wizard;

import io.penstock.platform.security.Vault;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps the secrets of drafts: sealed for their draft, so that one cannot be moved to another. */
@Component
class DraftSecrets {

    private final Vault vault;

    DraftSecrets(Vault vault) {
        this.vault = vault;
    }

    SealedText seal(UUID draft, String key, String secret) {
        return new SealedText(vault.seal(draft, key, secret));
    }

    /** For the check and for storing, never for a page. */
    Map<String, String> open(Draft draft) {
        var opened = new HashMap<String, String>();
        draft.basics()
                .secrets()
                .forEach((key, sealed) ->
                        opened.put(key, vault.open(draft.id(), key, sealed.bytes())));
        return opened;
    }
}
