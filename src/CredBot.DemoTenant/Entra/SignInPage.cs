using System.Text.Encodings.Web;
using System.Text.Unicode;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Entra;

/// <summary>The sign-in page: plain HTML, no script, usable with a keyboard and a screen reader.</summary>
internal sealed class SignInPage(SignInText text, string content, int status = StatusCodes.Status200OK) : IResult
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
        h1{font-size:1.5rem}select,button{font:inherit;padding:.5rem .75rem;border:1px solid #555;border-radius:.25rem;background:#fff;color:inherit}
        select{display:block;width:100%;margin:.25rem 0 1rem}button[value=accept]{background:#0f548c;border-color:#0f548c;color:#fff}
        :focus-visible{outline:3px solid #0f548c;outline-offset:2px}output{display:block;font:700 2rem/2 ui-monospace,monospace;letter-spacing:.2em}
        """;

    public static SignInPage Ask(SignInText text, string state, DemoPerson person, IEnumerable<DemoPerson> people)
    {
        var accounts = string.Concat(people.Select(other => $"""
            <option value="{Safe(other.Id)}"{(other.Id == person.Id ? " selected" : "")}>{Safe(other.DisplayName)} ({Safe(other.UserPrincipalName)})</option>

            """));
        var scopes = string.Concat(DemoApp.GraphScopes.Select(static scope => $"<li>{Safe(scope)}</li>"));
        return new SignInPage(text, $"""
            <p>{Safe(text.Ask)}</p>
            <form method="post">
            <input type="hidden" name="state" value="{Safe(state)}">
            <label for="account">{Safe(text.Account)}</label>
            <select id="account" name="account">
            {accounts}</select>
            <details><summary>{Safe(text.Permissions)}</summary><ul>{scopes}</ul></details>
            <p><button name="choice" value="accept">{Safe(text.Accept)}</button> <button name="choice" value="cancel">{Safe(text.Cancel)}</button></p>
            </form>
            """);
    }

    public static SignInPage Code(SignInText text, string digits) =>
        new(text with { Title = text.CodeTitle }, $"<p>{Safe(text.TypeCode)}</p><output>{Safe(digits)}</output><p>{Safe(text.CodeLife)}</p>");

    public static SignInPage Note(SignInText text, string sentence, int status = StatusCodes.Status200OK) => new(text, $"<p>{Safe(sentence)}</p>", status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, page) = (httpContext.Response, $"""
            <!doctype html>
            <html lang="{text.Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(text.Title)}</title><style>{Style}</style></head>
            <body><main><h1>{Safe(text.Title)}</h1>
            {content}
            </main></body>
            </html>
            """);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
        response.Headers["Referrer-Policy"] = "same-origin";
        await response.WriteAsync(page, httpContext.RequestAborted);
    }

    private static string Safe(string words) => Html.Encode(words);
}
