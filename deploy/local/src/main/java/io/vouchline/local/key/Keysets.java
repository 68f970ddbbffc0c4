package io.vouchline.local.key;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Tink keysets for what the services seal. */
final class Keysets {

    private Keysets() {}

    /** A new AES-256-GCM keyset in clear text: the file's permissions protect it. */
    static String sealing() {
        Configuration configuration = AeadConfig2026.get();
        try {
            var keyset =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, configuration);
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, configuration, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK makes no AES-256-GCM keys", e);
        }
    }
}
