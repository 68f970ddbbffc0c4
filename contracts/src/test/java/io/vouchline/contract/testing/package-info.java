/**
 * What the services' tests share: real stores, real keys and tokens, the rules of the house, and
 * the published requirements that they show to be kept.
 */
package io.vouchline.contract.testing;
