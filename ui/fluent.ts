/** The Fluent components that the product uses, one module each, dressed with our tokens. */
import '@fluentui/web-components/button.js'
import '@fluentui/web-components/checkbox.js'
import '@fluentui/web-components/switch.js'
import './fluent.css'
