using System.Net;
using CredBot.Tests.DemoTenant.DirectLine;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CredBot.Tests.DemoTenant.Entra;

public sealed class ClientCredentials
{
    [Fact]
    public async Task The_Bot_Gets_Its_Token_For_The_Bot_Service()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        var answer = await ChannelWorld.JsonAsync(await world.TokenAsync());

        Assert.Equal("Bearer", answer.GetProperty("token_type").GetString());
        Assert.Equal(3599, answer.GetProperty("expires_in").GetInt32());
        var jwt = new JsonWebToken(answer.GetProperty("access_token").GetString());
        Assert.Equal("https://api.botframework.com", Assert.Single(jwt.Audiences));
        Assert.Equal(ChannelWorld.AppId, jwt.GetPayloadValue<string>("appid"));
        Assert.Equal(world.Time.GetUtcNow().AddHours(1).UtcDateTime, jwt.ValidTo);
    }

    // Source: Entra docs «Microsoft Entra authentication and authorization error codes».
    [Theory]
    [InlineData("client_secret", "wrong", HttpStatusCode.Unauthorized, "invalid_client", "AADSTS7000215")]
    [InlineData("client_id", "99999999-9999-4999-8999-999999999999", HttpStatusCode.BadRequest, "unauthorized_client", "AADSTS700016")]
    [InlineData("grant_type", "password", HttpStatusCode.BadRequest, "unsupported_grant_type", "AADSTS70003")]
    [InlineData("scope", "https://api.botframework.com/Read", HttpStatusCode.BadRequest, "invalid_scope", "AADSTS1002012")]
    [InlineData("scope", "https://elsewhere.example/.default", HttpStatusCode.BadRequest, "invalid_resource", "AADSTS500011")]
    public async Task A_Wrong_Field_Is_Refused_As_Entra_Does(string field, string value, HttpStatusCode status, string error, string code)
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        using var response = await world.TokenAsync(field, value);

        Assert.Equal(status, response.StatusCode);
        var answer = await ChannelWorld.JsonAsync(response);
        Assert.Equal(error, answer.GetProperty("error").GetString());
        Assert.StartsWith(code, answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Tenant_Is_Not_Found()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        using var response = await world.TokenAsync(tenantId: "44444444-4444-4444-8444-444444444444");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_Products_Own_Client_Gets_Its_Token_Here()
    {
        await using var world = await ChannelWorld.StartAsync();

        var token = await world.Bot.Client<CredBot.Bot.Connector.BotTokenSource>().GetAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(ChannelWorld.AppId, new JsonWebToken(token.Value).GetPayloadValue<string>("appid"));
    }
}
