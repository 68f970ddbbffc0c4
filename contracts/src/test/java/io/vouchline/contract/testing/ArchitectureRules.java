package io.vouchline.contract.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of the house, checked in every service. */
public final class ArchitectureRules {

    private static final Pattern VAGUE =
            Pattern.compile(
                    ".*(Manager|Helper|Utils?|Impl|Common|Dto|DTO|Handler|Processor|Service)"
                            + "|(Abstract|Base).*");

    private ArchitectureRules() {}

    /** Checks the main classes of this package and below; throws at the first rule broken. */
    public static void check(String root) {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root);
        rules(root).forEach(rule -> rule.check(classes));
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                classes()
                        .that()
                        .areTopLevelClasses()
                        .should(have(aPlainName()))
                        .because("a vague name hides a capability that is not understood"),
                noClasses()
                        .that(
                                areNot(
                                        "Resource|.*Request|.*Filter|.*Mappers?|.*Client|.*Headers|.*Api|.*Problem"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.ws.rs..")
                        .because("HTTP stays at the door")
                        .allowEmptyShould(true),
                noClasses()
                        .that(areNot("Redis|Script"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.quarkus.redis..", "io.vertx.mutiny.redis..")
                        .because("only adapters know their store")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .callMethodWhere(awaits())
                        .because("nothing blocks an event loop"));
    }

    private static DescribedPredicate<JavaClass> aPlainName() {
        return DescribedPredicate.describe(
                "a plain name", type -> !VAGUE.matcher(type.getSimpleName()).matches());
    }

    private static DescribedPredicate<JavaClass> areNot(String names) {
        Pattern pattern = Pattern.compile(".*(" + names + ").*");
        return DescribedPredicate.describe(
                "are not named like " + names,
                type -> !pattern.matcher(type.getFullName()).matches());
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> awaits() {
        return DescribedPredicate.describe(
                "a Uni is awaited",
                call ->
                        call.getTargetOwner().getName().equals("io.smallrye.mutiny.Uni")
                                && call.getTarget().getName().equals("await"));
    }
}
