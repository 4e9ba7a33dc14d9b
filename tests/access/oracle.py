"""Who may see which child, written once more and plainly: loops over lists, no query, nothing shared with the product.

Every function takes the whole world as lists of plain rows, and days and moments as numbers.
"""

from dataclasses import dataclass, field

PRACTITIONERS = {
    "social-worker",
    "lead-practitioner",
    "family-support-worker",
    "personal-adviser",
    "duty-worker",
    "fostering-worker",
}
MANAGERS = {"team-manager", "service-manager"}
NEVER = {"lead-member", "board-member", "system-administrator", "data-administrator", "", "made-up-role"}
WITHOUT_A_POST = {
    "director", "quality-auditor", "performance-analyst", "information-governance", "adoption-records-keeper",
}  # fmt: skip
COVERS = PRACTITIONERS | MANAGERS | {"director", "reviewing-officer", "business-support"}
ASKS = PRACTITIONERS | MANAGERS | {
    "director", "reviewing-officer", "quality-auditor", "performance-analyst", "emergency-duty", "information-governance",
    "adoption-records-keeper",
}  # fmt: skip
ALWAYS_ASKS = {"emergency-duty", "adoption-records-keeper"}
LISTS_ALL = {"quality-auditor", "performance-analyst", "information-governance"}
HOLDING = {"social-worker", "lead-practitioner", "personal-adviser"}
LATELY = 28


@dataclass
class World:
    """Rows as dictionaries, by what they are. today: a day's number. now: a minute's."""

    today: int
    now: int
    teams: list[dict] = field(default_factory=list)
    posts: list[dict] = field(default_factory=list)
    accounts: list[dict] = field(default_factory=list)
    allocations: list[dict] = field(default_factory=list)
    contacts: list[dict] = field(default_factory=list)
    referrals: list[dict] = field(default_factory=list)
    dues: list[dict] = field(default_factory=list)
    households: list[dict] = field(default_factory=list)
    placements: list[dict] = field(default_factory=list)
    conferences: list[dict] = field(default_factory=list)
    plans: list[dict] = field(default_factory=list)
    closings: list[dict] = field(default_factory=list)
    requests: list[dict] = field(default_factory=list)
    restrictions: list[dict] = field(default_factory=list)
    named: list[dict] = field(default_factory=list)
    glass: list[dict] = field(default_factory=list)
    reasons: list[dict] = field(default_factory=list)
    delegations: list[dict] = field(default_factory=list)


def runs(row: dict, today: int) -> bool:
    if row["withdrawn"]:
        return False
    if row["began"] is not None and row["began"] > today:
        return False
    return row["ended"] is None or row["ended"] > today


def ran_lately(row: dict, today: int) -> bool:
    if row["withdrawn"] or (row["began"] is not None and row["began"] > today):
        return False
    return row["ended"] is None or today - row["ended"] <= LATELY


def posts_of(world: World, account: dict) -> list[dict]:
    if account["worker"] is None:
        return []
    return [post for post in world.posts if post["worker"] == account["worker"] and runs(post, world.today)]


def works_here(world: World, account: dict) -> bool:
    """Whether the account has a role today at all."""
    if not account["active"] or account["role"] in NEVER:
        return False
    if account["worker"] is None:
        return account["role"] in WITHOUT_A_POST
    return posts_of(world, account) != []


def beneath(world: World, team: int, above: int) -> bool:
    """Whether a team is another, or within it at any depth."""
    up, steps = team, 0
    while up is not None and steps <= len(world.teams):
        if up == above:
            return True
        up = next(
            (each["within"] for each in world.teams if each["id"] == up and not each["withdrawn"]), None
        )
        steps += 1
    return False


def in_team(world: World, worker: int | None, teams: set[int]) -> bool:
    return worker is not None and any(
        post["worker"] == worker and post["team"] in teams and runs(post, world.today) for post in world.posts
    )


def waits_for_somebody(world: World, child: int) -> bool:
    """Whether something is due to a child and neither a worker nor a team holds the child today."""
    for row in world.allocations:
        if row["child"] == child and row["role"] in HOLDING and runs(row, world.today):
            return False
    return any(row["child"] == child for row in world.dues)


def ties(world: World, account: dict, child: int) -> bool:
    """Whether somebody's own work ties them to a child."""
    role, today = account["role"], world.today
    if role in ("director", "emergency-duty"):
        return True
    if role == "information-governance":
        for row in world.requests:
            unanswered = row["given"] is None and not row["closed"]
            lately = row["given"] is not None and 0 <= today - row["given"] <= LATELY
            if row["child"] == child and (unanswered or lately):
                return True
        return False
    if role in LISTS_ALL or role in ("business-support", "adoption-records-keeper") or role in NEVER:
        return False
    worker, posts = account["worker"], posts_of(world, account)
    rows = [row for row in world.allocations if row["child"] == child]
    if worker is not None:
        for row in rows:
            if row["worker"] == worker and ran_lately(row, today):
                if row["role"] in HOLDING:
                    return True
                if role == "reviewing-officer":
                    return True
    if role == "reviewing-officer":
        return has_chaired(world, worker, child)
    if role == "fostering-worker" and supports_its_carers(world, worker, child):
        return True
    teams = {post["team"] for post in posts if post["team"] is not None}
    if role in MANAGERS:
        if has_closed(world, worker, child):
            return True
        for post in posts:
            if post["manages"] and post["team"] is not None:
                teams |= {
                    each["id"]
                    for each in world.teams
                    if not each["withdrawn"] and beneath(world, each["id"], post["team"])
                }
                teams.add(post["team"])
                for row in rows:
                    if (
                        runs(row, today)
                        and row["role"] in HOLDING
                        and in_team(world, row["worker"], {post["team"]})
                    ):
                        return True
    if role == "team-manager" and waits_for_somebody(world, child):
        return True
    for row in rows:
        if not runs(row, today) or row["role"] not in HOLDING:
            continue
        if row["team"] in teams:
            return True
        if row["team"] is None and in_team(world, row["worker"], teams):
            return True
    if role == "duty-worker":
        for row in [*world.contacts, *world.referrals]:
            if row["child"] == child and not row["withdrawn"] and 0 <= today - row["received"] <= LATELY:
                return True
        return any(runs(row, today) and row["worker"] is None and row["role"] in HOLDING for row in rows)
    return False


def has_chaired(world: World, worker: int | None, child: int) -> bool:
    """Whether they chaired a conference of the child in four weeks, or any while the child is on a protection plan; or is to."""
    protected = any(
        plan["child"] == child and plan["kind"] == "child-protection" and runs(plan, world.today)
        for plan in world.plans
    )
    for held in world.conferences:
        if held["child"] != child or held["chair"] != worker or worker is None or held["withdrawn"]:
            continue
        if held["held"] is None:
            if world.today - held["called"] <= LATELY:
                return True
            continue
        ago = world.today - held["held"]
        if ago >= 0 and (protected or ago <= LATELY):
            return True
    return False


def has_closed(world: World, worker: int | None, child: int) -> bool:
    """Whether they decided within four weeks that the work with a child ends."""
    for end in world.closings:
        mine = (
            worker is not None and end["child"] == child and end["worker"] == worker and not end["withdrawn"]
        )
        if mine and end["closed"] <= world.today and world.today - end["closed"] <= LATELY:
            return True
    return False


def supports_its_carers(world: World, worker: int | None, child: int) -> bool:
    """Whether the child lives, or lived until lately, with a household that they supervise."""
    mine = [
        each["id"] for each in world.households
        if worker is not None and each["worker"] == worker and not each["withdrawn"]
    ]  # fmt: skip
    return any(
        row["child"] == child and row["household"] in mine and ran_lately(row, world.today)
        for row in world.placements
    )


def reaches(world: World, account: dict, child: int) -> bool:
    """By one's own work, or by that of somebody whom one covers today."""
    if ties(world, account, child):
        return True
    if account["role"] not in COVERS:
        return False
    for row in world.delegations:
        if row["to"] != account["id"] or row["ended"] or not row["began"] <= world.today <= row["until"]:
            continue
        of = next(each for each in world.accounts if each["id"] == row["of"])
        if works_here(world, of) and of["role"] not in ALWAYS_ASKS and ties(world, of, child):
            return True
    return False


def decide(world: World, account: dict, child: int) -> dict[str, bool]:
    """Whether a child is in somebody's lists, opens, may be written of, and would open for a reason."""
    shut = {"list": False, "open": False, "record": False, "give a reason": False}
    if not works_here(world, account):
        return shut
    mine = account["id"]
    walls = [each for each in world.restrictions if each["child"] == child and not each["ended"]]
    let_in = False
    for wall in walls:
        let_in = let_in or wall["guardian"] == mine
        for name in world.named:
            let_in = let_in or (
                name["restriction"] == wall["id"] and name["account"] == mine and not name["ended"]
            )
        for use in world.glass:
            standing = use["at"] <= world.now < use["until"]
            let_in = let_in or (use["restriction"] == wall["id"] and use["account"] == mine and standing)
    if walls and not let_in:
        return shut
    reached = let_in or reaches(world, account, child)
    asks = account["role"] in ASKS
    said = any(
        each["child"] == child and each["account"] == mine and each["at"] <= world.now < each["until"]
        for each in world.reasons
    )
    opens = (reached and account["role"] not in ALWAYS_ASKS) or (asks and said)
    return {
        "list": reached or account["role"] in LISTS_ALL,
        "open": opens,
        "record": opens and account["role"] not in LISTS_ALL,
        "give a reason": asks,
    }
