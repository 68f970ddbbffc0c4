package io.vouchline.local.setting;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.process.Member;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The folder of the services' settings, one file each, written anew at every start. */
public final class SettingsFolder {

    /** The number of the Telesign document's samples, with the scores of its two answers. */
    private static final String SANDBOX =
            """
            client,number,phone_type,score
            demo-telesign,+15552345678,2,82
            demo-telesign-blocked,+15552345678,2,820
            """;

    private final Path folder;

    private SettingsFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the files of all services. */
    public static SettingsFolder write(Path path, Wiring wiring) {
        SettingsFolder settings = new SettingsFolder(PrivateFiles.folder(path));
        Path sandbox = path.resolve("sandbox.csv");
        PrivateFiles.write(sandbox, SANDBOX);
        MemberSettings members = new MemberSettings(wiring, sandbox);
        for (Member member : Member.values()) {
            PrivateFiles.write(settings.of(member), properties(members.of(member)));
        }
        return settings;
    }

    /** The file of one service. */
    public Path of(Member member) {
        return folder.resolve(member.folder() + ".properties");
    }

    private static String properties(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + escaped(setting.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    /**
     * A backslash begins an escape in the file, and a dollar sign a reference for those who read
     * it.
     */
    private static String escaped(String value) {
        return value.replace("$", "\\$").replace("\\", "\\\\");
    }
}
