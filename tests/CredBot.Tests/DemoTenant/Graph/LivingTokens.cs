using System.Net;

namespace CredBot.Tests.DemoTenant.Graph;

public sealed class LivingTokens : DirectoryTest
{
    protected override bool TokensAge => true;

    [Theory]
    [InlineData(null)]
    [InlineData("made-up")]
    public async Task Without_A_Living_Token_Nobody_Comes_In(string? token)
    {
        var reply = await Send(HttpMethod.Get, "me", token, null, eventual: false);

        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (reply.Status, reply.Code));
        Assert.NotEmpty(reply.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task An_Hour_Later_The_Token_Is_Dead()
    {
        var token = Token("sora");
        Time.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(HttpMethod.Get, "me", token, null, eventual: false)).Status);
    }
}
