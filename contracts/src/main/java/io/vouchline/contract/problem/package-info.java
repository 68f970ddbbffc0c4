/** Errors between services: RFC 9457 problem documents and how every failure becomes one. */
@NullMarked
package io.vouchline.contract.problem;

import org.jspecify.annotations.NullMarked;
