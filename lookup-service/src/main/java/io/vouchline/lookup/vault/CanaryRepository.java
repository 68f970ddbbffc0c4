package io.vouchline.lookup.vault;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CanaryRepository implements PanacheRepositoryBase<Canary, String> {}
