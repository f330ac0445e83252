"""What stands between the network and the pages: who may ask, from where, and what a browser may do with the answer."""
