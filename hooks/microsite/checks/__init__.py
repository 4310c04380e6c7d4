"""What must hold or is worth a remark: references, ids, drafts, personal data, published addresses."""
