/** What the service costs. */
package io.vouchline.risk.benchmark;
