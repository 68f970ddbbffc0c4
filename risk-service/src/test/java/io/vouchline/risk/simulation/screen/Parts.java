package io.vouchline.risk.simulation.screen;

import io.smallrye.config.ConfigMapping;
import io.vouchline.contract.testing.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Puts the service's own objects together without starting the service, as its container would: by
 * their constructors. Settings have their defaults but for the given ones; a list of an interface
 * holds one of each class that implements it.
 */
final class Parts {

    private final Map<String, String> settings;
    private final List<Object> made = new ArrayList<>();

    /**
     * No parts but these.
     *
     * @param settings by their full names
     * @param given what the container cannot make, or what is to stand in for its own
     */
    Parts(Map<String, String> settings, Object... given) {
        this.settings = settings;
        this.made.addAll(Arrays.asList(given));
    }

    /** The only object of this type. */
    <T> T the(Class<T> type) {
        for (Object part : made) {
            if (type.isInstance(part)) {
                return type.cast(part);
            }
        }
        T part = type.isAnnotationPresent(ConfigMapping.class) ? settings(type) : made(type);
        made.add(part);
        return part;
    }

    private <T> T settings(Class<T> mapping) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix() + ".";
        Map<String, String> differing = new HashMap<>();
        settings.forEach(
                (name, value) -> {
                    if (name.startsWith(prefix)) {
                        differing.put(name.substring(prefix.length()), value);
                    }
                });
        return Settings.of(mapping, differing);
    }

    private <T> T made(Class<T> type) {
        Optional<Method> producer = producer(type);
        if (producer.isPresent()) {
            return type.cast(produced(producer.get()));
        }
        List<Class<? extends T>> kinds = implementations(type);
        if (kinds.size() != 1) {
            throw new IllegalStateException(
                    "%d classes are a %s; give one to Parts"
                            .formatted(kinds.size(), type.getName()));
        }
        return constructed(kinds.getFirst());
    }

    private Object produced(Method producer) {
        producer.setAccessible(true);
        Object maker = constructed(producer.getDeclaringClass());
        return called(() -> producer.invoke(maker, arguments(producer)));
    }

    private <T> T constructed(Class<T> type) {
        return called(
                () -> {
                    Constructor<T> constructor = constructor(type);
                    constructor.setAccessible(true);
                    return constructor.newInstance(arguments(constructor));
                });
    }

    /** With the failure of what was called, if that is what failed. */
    private static <T> T called(Callable<T> call) {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Object[] arguments(Executable called) {
        return Arrays.stream(called.getParameters()).map(this::argument).toArray();
    }

    /** The method beside the type that produces it, if the container would not construct it. */
    private static Optional<Method> producer(Class<?> type) {
        return beside(type).stream()
                .flatMap(neighbour -> Arrays.stream(neighbour.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Produces.class))
                .filter(method -> method.getReturnType() == type)
                .findFirst();
    }

    /** The one for injection, or the one with the most parameters. */
    private static <T> Constructor<T> constructor(Class<T> type) throws NoSuchMethodException {
        Constructor<?> chosen =
                Arrays.stream(type.getDeclaredConstructors())
                        .max(Comparator.comparingInt(Parts::preference))
                        .orElseThrow(() -> new IllegalStateException(type + " has no constructor"));
        return type.getDeclaredConstructor(chosen.getParameterTypes());
    }

    private static int preference(Constructor<?> constructor) {
        return constructor.isAnnotationPresent(Inject.class)
                ? Integer.MAX_VALUE
                : constructor.getParameterCount();
    }

    private Object argument(Parameter parameter) {
        if (parameter.getType() != List.class) {
            return the(parameter.getType());
        }
        Type element =
                ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
        List<Object> all = new ArrayList<>();
        for (Class<?> kind : implementations((Class<?>) element)) {
            all.add(the(kind));
        }
        return List.copyOf(all);
    }

    /** The classes beside the type that are it, by their names. */
    private static <T> List<Class<? extends T>> implementations(Class<T> type) {
        if (!Modifier.isAbstract(type.getModifiers())) {
            return List.of(type);
        }
        List<Class<? extends T>> found = new ArrayList<>();
        for (Class<?> neighbour : beside(type)) {
            if (type.isAssignableFrom(neighbour)
                    && !Modifier.isAbstract(neighbour.getModifiers())) {
                found.add(neighbour.asSubclass(type));
            }
        }
        return found;
    }

    /** The classes of the type's package that were built with it. */
    private static List<Class<?>> beside(Class<?> type) {
        try (Stream<Path> files = Files.list(folder(type))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.equals("package-info.class"))
                            .map(name -> name.substring(0, name.length() - ".class".length()))
                            .sorted()
                            .toList();
            List<Class<?>> classes = new ArrayList<>();
            for (String name : names) {
                classes.add(Class.forName(type.getPackageName() + "." + name));
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(Class<?> type) {
        try {
            Path classes =
                    Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return classes.resolve(type.getPackageName().replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
