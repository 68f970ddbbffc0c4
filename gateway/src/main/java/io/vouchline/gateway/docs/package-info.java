/**
 * What is published of the API: one OpenAPI document for each dialect, and a page that shows it.
 */
@NullMarked
package io.vouchline.gateway.docs;

import org.jspecify.annotations.NullMarked;
