"""Drives plex.tv with unmodified python-plexapi: drive_plextv.py URL ACCOUNT

The addresses of plex.tv are written into the library, so its session leads them elsewhere."""
import sys
from urllib.parse import parse_qs

import requests
from plexapi.exceptions import Unauthorized
from plexapi.myplex import MyPlexAccount, MyPlexPinLogin

from steps import run, step


class LedElsewhere(requests.Session):
    def __init__(self, url):
        super().__init__()
        self.elsewhere = url

    def request(self, method, url, *args, **kwargs):
        return super().request(method, url.replace("https://plex.tv", self.elsewhere), *args, **kwargs)


class Context:
    def __init__(self, url, account):
        self.url, self.account_id = url, account
        self.session = LedElsewhere(url)
        self.login = MyPlexPinLogin(session=self.session, oauth=True)
        self.account = None


@step
def waits_for_a_yes(c):
    c.code = parse_qs(c.login.oauthUrl().split("?", 1)[1])["code"][0]
    return [len(c.code), c.login.checkLogin()]


@step
def signs_in_after_it(c):
    requests.post(f"{c.url}/auth", params={"code": c.code, "account": c.account_id}).raise_for_status()
    return [c.login.checkLogin(), c.login.token]


@step
def a_pin_to_be_typed_is_short(c):
    return len(MyPlexPinLogin(session=c.session).pin)


@step
def a_wrong_token_is_refused(c):
    try:
        MyPlexAccount(token="wrong", session=c.session)
    except Unauthorized:
        return "Unauthorized"


@step
def reads_the_account(c):
    c.account = MyPlexAccount(token=c.login.token, session=c.session)
    return [c.account.id, c.account.username, c.account.email, c.account.subscriptionActive]


@step
def pings(c):
    return c.account.ping()


@step
def lists_friends_with_their_servers(c):
    return [[user.id, user.title, [server.machineIdentifier for server in user.servers]] for user in c.account.users()]


@step
def lists_servers(c):
    return [[one.name, one.clientIdentifier, one.owned, one.accessToken] for one in c.account.resources()]


@step
def connects_to_a_server(c):
    plex = c.account.resource("Attic").connect(timeout=10)
    return [section.title for section in plex.library.sections()]


if __name__ == "__main__":
    run(Context(*sys.argv[1:3]))
