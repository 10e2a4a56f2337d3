-- What an import asks waits for somebody like everything else does: the Today page is told (0046).
call marks_documents('review_items', 'today_review_items');
