"""eventx against plain instructor on real texts whose events and figures were labelled by close reading."""
