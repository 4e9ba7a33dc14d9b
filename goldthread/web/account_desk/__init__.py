"""The pages of whoever looks after accounts: joiners, movers, leavers, and who signed in or was refused. Never a child."""
