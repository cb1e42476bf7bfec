"""Networks of ../Programs as their authors would write them with PyTorch, by the name of the program."""
import math

import torch
import torch.nn.functional as F
from torch import nn


class TwoLayers(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1, self.linear2 = nn.Linear(5, 6), nn.Linear(6, 2)

    def forward(self, x):
        return self.linear2(self.linear1(x).clamp(min=0))


class Perceptron(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 3))

    def forward(self, x):
        return self.layers(x)


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 6)

    def forward(self, x):
        h = self.fc(x)
        total = F.leaky_relu(h, 0.2) + F.elu(h) + F.selu(h) + F.celu(h, 0.5) * F.gelu(h)
        total = (total - F.silu(h) / (F.softplus(h, beta=2) + 1)) * (F.softsign(F.mish(h)) + 2)
        return total + F.tanhshrink(h) - F.logsigmoid(h)


class Standardize(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(5, 5)

    def forward(self, x):
        x = self.fc(x)
        return (x - x.mean(1, keepdim=True)) / (x.std(1, keepdim=True) + 1e-3)


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 2, 5, padding=2), nn.Conv2d(2, 3, 3)
        self.fc1, self.fc2, self.fc3 = nn.Linear(27, 8), nn.Linear(8, 6), nn.Linear(6, 4)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), (2, 2))
        x = torch.flatten(F.max_pool2d(F.relu(self.conv2(x)), 2), 1)
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


class AlexNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 4, 5, 2, 2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(), nn.Conv2d(6, 4, 3, padding=1), nn.ReLU())
        self.avgpool = nn.AdaptiveAvgPool2d((2, 2))
        self.classifier = nn.Sequential(nn.Dropout(), nn.Linear(16, 8), nn.ReLU(), nn.Dropout(), nn.Linear(8, 5))

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


class BasicBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(2, 4, 3, 2, 1, bias=False), nn.BatchNorm2d(4)
        self.conv2, self.bn2 = nn.Conv2d(4, 4, 3, 1, 1, bias=False), nn.BatchNorm2d(4)
        self.downsample = nn.Sequential(nn.Conv2d(2, 4, 1, 2, bias=False), nn.BatchNorm2d(4))

    def forward(self, x):
        out = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(out + self.downsample(x))


class Bottleneck(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 4, 1, bias=False), nn.BatchNorm2d(4)
        self.conv2, self.bn2 = nn.Conv2d(4, 4, 3, 2, 1, groups=2, bias=False), nn.BatchNorm2d(4)
        self.conv3, self.bn3 = nn.Conv2d(4, 8, 1, bias=False), nn.BatchNorm2d(8)
        self.shortcut = nn.Conv2d(3, 8, 1, 2)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(F.relu(self.bn2(self.conv2(y)))))
        return F.relu(y + self.shortcut(x))


class BasicConv2d(nn.Module):
    def __init__(self, i, o, k, padding=0):
        super().__init__()
        self.conv, self.bn = nn.Conv2d(i, o, k, padding=padding, bias=False), nn.BatchNorm2d(o, eps=0.001)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x)))


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.branch1 = BasicConv2d(3, 2, 1)
        self.branch2 = nn.Sequential(BasicConv2d(3, 2, 1), BasicConv2d(2, 3, 3, 1))
        self.branch3 = nn.Sequential(BasicConv2d(3, 1, 1), BasicConv2d(1, 2, 5, 2))
        self.branch4 = nn.Sequential(nn.MaxPool2d(3, 1, 1), BasicConv2d(3, 2, 1))

    def forward(self, x):
        return torch.cat([self.branch1(x), self.branch2(x), self.branch3(x), self.branch4(x)], 1)


class DenseLayer(nn.Module):
    def __init__(self, features, growth):
        super().__init__()
        self.norm1, self.conv1 = nn.BatchNorm2d(features), nn.Conv2d(features, 2 * growth, 1, bias=False)
        self.norm2, self.conv2 = nn.BatchNorm2d(2 * growth), nn.Conv2d(2 * growth, growth, 3, padding=1, bias=False)

    def forward(self, x):
        return self.conv2(F.relu(self.norm2(self.conv1(F.relu(self.norm1(x))))))


class DenseBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer1, self.layer2, self.layer3 = DenseLayer(3, 2), DenseLayer(5, 2), DenseLayer(7, 2)
        self.transition = nn.AvgPool2d(2)

    def forward(self, x):
        for layer in (self.layer1, self.layer2, self.layer3):
            x = torch.cat([x, layer(x)], 1)
        return self.transition(x)


class Fire(nn.Module):
    def __init__(self):
        super().__init__()
        self.squeeze = nn.Conv2d(3, 2, 1)
        self.expand1x1, self.expand3x3 = nn.Conv2d(2, 3, 1), nn.Conv2d(2, 2, 3, padding=1)

    def forward(self, x):
        x = F.relu(self.squeeze(x))
        return torch.cat([F.relu(self.expand1x1(x)), F.relu(self.expand3x3(x))], 1)


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1, self.fc2 = nn.Conv2d(channels, squeezed, 1), nn.Conv2d(squeezed, channels, 1)

    def forward(self, x):
        return F.hardsigmoid(self.fc2(F.relu(self.fc1(self.avgpool(x))))) * x


class InvertedResidual(nn.Module):
    def __init__(self):
        super().__init__()
        self.expand, self.bn1 = nn.Conv2d(3, 6, 1, bias=False), nn.BatchNorm2d(6)
        self.depthwise, self.bn2 = nn.Conv2d(6, 6, 3, 1, 1, groups=6, bias=False), nn.BatchNorm2d(6)
        self.se = SqueezeExcitation(6, 2)
        self.project, self.bn3 = nn.Conv2d(6, 3, 1, bias=False), nn.BatchNorm2d(3)

    def forward(self, x):
        y = F.hardswish(self.bn1(self.expand(x)))
        y = F.hardswish(self.bn2(self.depthwise(y)))
        return x + self.bn3(self.project(self.se(y)))


class ShuffleUnit(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, 1, groups=2)
        self.conv2 = nn.Conv2d(4, 4, 3, padding=1, groups=4)
        self.conv3 = nn.Conv2d(4, 4, 1, groups=2)

    def forward(self, x):
        n, c, h, w = x.shape
        y = F.relu(self.conv1(x)).view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)
        return F.relu(x + self.conv3(self.conv2(y)))


class ConvNeXtBlock(nn.Module):
    def __init__(self, dim=3):
        super().__init__()
        self.gamma = nn.Parameter(torch.full((dim,), 0.1))
        self.dwconv = nn.Conv2d(dim, dim, 3, padding=1, groups=dim)
        self.norm = nn.LayerNorm(dim, eps=1e-6)
        self.pwconv1, self.act, self.pwconv2 = nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim)

    def forward(self, x):
        y = self.norm(self.dwconv(x).permute(0, 2, 3, 1))
        y = self.gamma * self.pwconv2(self.act(self.pwconv1(y)))
        return x + y.permute(0, 3, 1, 2)


class DoubleConv(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.double_conv = nn.Sequential(
            nn.Conv2d(i, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), nn.ReLU(), nn.Conv2d(o, o, 3, padding=1), nn.ReLU())

    def forward(self, x):
        return self.double_conv(x)


class Up(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.up, self.conv = nn.ConvTranspose2d(i, i // 2, 2, stride=2), DoubleConv(i, o)

    def forward(self, x1, x2):
        return self.conv(torch.cat([x2, self.up(x1)], 1))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.inc, self.pool = DoubleConv(1, 2), nn.MaxPool2d(2)
        self.down1, self.down2 = DoubleConv(2, 4), DoubleConv(4, 8)
        self.up1, self.up2, self.outc = Up(8, 4), Up(4, 2), nn.Conv2d(2, 2, 1)

    def forward(self, x):
        x1 = self.inc(x)
        x2 = self.down1(self.pool(x1))
        x3 = self.down2(self.pool(x2))
        return self.outc(self.up2(self.up1(x3, x2), x1))


class MlpBlock(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(features, hidden), nn.Linear(hidden, features)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class MixerBlock(nn.Module):
    def __init__(self, tokens, channels):
        super().__init__()
        self.norm1, self.token_mixing = nn.LayerNorm(channels), MlpBlock(tokens, 2 * tokens)
        self.norm2, self.channel_mixing = nn.LayerNorm(channels), MlpBlock(channels, 2 * channels)

    def forward(self, x):
        x = x + self.token_mixing(self.norm1(x).transpose(1, 2)).transpose(1, 2)
        return x + self.channel_mixing(self.norm2(x))


class MlpMixer(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(1, 4, 2, 2)
        self.blocks = nn.ModuleList([MixerBlock(4, 4) for _ in range(2)])
        self.norm, self.head = nn.LayerNorm(4), nn.Linear(4, 3)

    def forward(self, x):
        x = self.stem(x).flatten(2).transpose(1, 2)
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x).mean(1))


class PatchEmbed(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Conv2d(1, 4, 2, 2)

    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)


class VitAttention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.proj = nn.Linear(dim, dim * 3), nn.Linear(dim, dim)

    def forward(self, x):
        b, n, c = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        attn = (q @ k.transpose(-2, -1) * (c // self.heads) ** -0.5).softmax(-1)
        return self.proj((attn @ v).transpose(1, 2).reshape(b, n, c))


class EncoderBlock(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.norm1, self.attn = nn.LayerNorm(dim), VitAttention(dim, heads)
        self.norm2, self.mlp = nn.LayerNorm(dim), nn.Sequential(nn.Linear(dim, 2 * dim), nn.GELU(), nn.Linear(2 * dim, dim))

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class VisionTransformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.cls_token, self.pos_embed = nn.Parameter(torch.randn(1, 1, 4) * 0.02), nn.Parameter(torch.randn(1, 5, 4) * 0.02)
        self.patch_embed = PatchEmbed()
        self.blocks = nn.ModuleList([EncoderBlock(4, 2), EncoderBlock(4, 2)])
        self.norm, self.head = nn.LayerNorm(4), nn.Linear(4, 3)

    def forward(self, x):
        x = self.patch_embed(x)
        x = torch.cat([self.cls_token.expand(x.shape[0], -1, -1), x], 1) + self.pos_embed
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x)[:, 0])


class WindowAttention(nn.Module):
    def __init__(self, dim=3, window=2):
        super().__init__()
        self.window = window
        self.relative_position_bias = nn.Parameter(torch.randn(window ** 2, window ** 2) * 0.1)
        self.norm = nn.LayerNorm(dim)
        self.q, self.k, self.v = nn.Linear(dim, dim), nn.Linear(dim, dim), nn.Linear(dim, dim)

    def forward(self, x):
        b, h, w, c = x.shape
        s = self.window
        windows = self.norm(x).view(b, h // s, s, w // s, s, c).permute(0, 1, 3, 2, 4, 5).reshape(-1, s * s, c)
        scores = self.q(windows) @ self.k(windows).transpose(1, 2) / math.sqrt(c)
        y = (scores + self.relative_position_bias).softmax(-1) @ self.v(windows)
        return x + y.view(b, h // s, w // s, s, s, -1).permute(0, 1, 3, 2, 4, 5).reshape(b, h, w, -1)


class PointNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2, self.bn1, self.fc = nn.Conv1d(3, 4, 1), nn.Conv1d(4, 6, 1), nn.BatchNorm1d(4), nn.Linear(6, 2)

    def forward(self, x):
        return self.fc(self.conv2(F.relu(self.bn1(self.conv1(x)))).amax(2))


class Dcgan(nn.Module):
    def __init__(self):
        super().__init__()
        self.generator, self.discriminator = nn.Module(), nn.Module()
        self.generator.main = nn.Sequential(
            nn.ConvTranspose2d(3, 4, 2, 1, 0, bias=False), nn.BatchNorm2d(4), nn.ReLU(), nn.ConvTranspose2d(4, 1, 4, 2, 1, bias=False), nn.Tanh())
        self.discriminator.main = nn.Sequential(
            nn.Conv2d(1, 2, 4, 2, 1, bias=False), nn.LeakyReLU(0.2), nn.Conv2d(2, 1, 2, 1, 0, bias=False), nn.Sigmoid())

    def forward(self, z):
        return self.discriminator.main(self.generator.main(z)).view(-1)


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc21, self.fc22 = nn.Linear(6, 5), nn.Linear(5, 2), nn.Linear(5, 2)
        self.fc3, self.fc4 = nn.Linear(2, 5), nn.Linear(5, 6)

    def forward(self, x, noise):
        h = F.relu(self.fc1(x))
        mu, logvar = self.fc21(h), self.fc22(h)
        z = mu + noise * torch.exp(0.5 * logvar)
        return torch.sigmoid(self.fc4(F.relu(self.fc3(z)))), mu, logvar


class Coupling(nn.Module):
    def __init__(self, half=2):
        super().__init__()
        self.scale = nn.Sequential(nn.Linear(half, 5), nn.Tanh(), nn.Linear(5, half), nn.Tanh())
        self.shift = nn.Sequential(nn.Linear(half, 5), nn.ReLU(), nn.Linear(5, half))

    def forward(self, x):
        x1, x2 = x.chunk(2, 1)
        s = self.scale(x1)
        return torch.cat([x1, x2 * s.exp() + self.shift(x1)], 1), s.sum(1)


class CharLstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder, self.rnn, self.decoder = nn.Embedding(7, 4), nn.LSTM(4, 3, batch_first=True), nn.Linear(3, 7)

    def forward(self, tokens):
        output, state = self.rnn(self.encoder(tokens))
        return self.decoder(output), state


class Sentiment(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(9, 4, padding_idx=0)
        self.gru = nn.GRU(4, 3, 2, batch_first=True, bidirectional=True)
        self.dropout, self.fc = nn.Dropout(0.3), nn.Linear(6, 1)

    def forward(self, text):
        output, hidden = self.gru(self.dropout(self.embedding(text)))
        return self.fc(self.dropout(torch.cat([hidden[-2], hidden[-1]], 1))) + output.mean()


class BahdanauAttention(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.wa, self.ua, self.va = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden), nn.Linear(hidden, 1)

    def forward(self, query, keys):
        scores = self.va(torch.tanh(self.wa(query).unsqueeze(1) + self.ua(keys))).squeeze(2).unsqueeze(1)
        weights = F.softmax(scores, -1)
        return (weights @ keys).squeeze(1), weights


class AttentionDecoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.attention = nn.Embedding(6, 3), BahdanauAttention(4)
        self.gru, self.output = nn.GRUCell(7, 4), nn.Linear(4, 6)

    def forward(self, token, hidden, encoded):
        context, weights = self.attention(hidden, encoded)
        hidden = self.gru(torch.cat([self.embedding(token), context], 1), hidden)
        return self.output(hidden), hidden, weights


class TemporalBlock(nn.Module):
    def __init__(self, i, o, kernel, dilation):
        super().__init__()
        self.chomp = (kernel - 1) * dilation
        self.conv1 = nn.Conv1d(i, o, kernel, padding=self.chomp, dilation=dilation)
        self.conv2 = nn.Conv1d(o, o, kernel, padding=self.chomp, dilation=dilation)
        self.downsample = nn.Conv1d(i, o, 1) if i != o else None

    def forward(self, x):
        y = F.relu(self.conv1(x)[:, :, :-self.chomp])
        y = F.relu(self.conv2(y)[:, :, :-self.chomp])
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class TemporalConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = TemporalBlock(2, 3, 2, 1), TemporalBlock(3, 3, 2, 2)

    def forward(self, x):
        return self.second(self.first(x))


class WaveNetLayer(nn.Module):
    def __init__(self, channels, dilation):
        super().__init__()
        self.filter, self.gate = nn.Conv1d(channels, channels, 2, dilation=dilation), nn.Conv1d(channels, channels, 2, dilation=dilation)
        self.residual, self.skip = nn.Conv1d(channels, channels, 1), nn.Conv1d(channels, channels, 1)

    def forward(self, x):
        h = torch.tanh(self.filter(x)) * torch.sigmoid(self.gate(x))
        return self.residual(h) + x[:, :, -h.shape[2]:], self.skip(h)[:, :, -1]


class WaveNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.input, self.output = nn.Conv1d(1, 3, 1), nn.Linear(3, 2)
        self.layers = nn.ModuleList([WaveNetLayer(3, 1 << i) for i in range(3)])

    def forward(self, x):
        x, skips = self.input(x), 0
        for layer in self.layers:
            x, skip = layer(x)
            skips = skips + skip
        return self.output(F.relu(skips))


class CausalSelfAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.c_attn, self.c_proj = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (part.view(b, t, self.heads, c // self.heads).transpose(1, 2) for part in self.c_attn(x).split(c, 2))
        scores = q @ k.transpose(-2, -1) / math.sqrt(c // self.heads)
        scores = scores.masked_fill(torch.ones(t, t).tril() == 0, float("-inf"))
        return self.c_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, c))


class GptMlp(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.c_fc, self.c_proj = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        return self.c_proj(F.gelu(self.c_fc(x), approximate="tanh"))


class GptBlock(nn.Module):
    def __init__(self, width=4, heads=2):
        super().__init__()
        self.ln1, self.attn = nn.LayerNorm(width), CausalSelfAttention(width, heads)
        self.ln2, self.mlp = nn.LayerNorm(width), GptMlp(width)

    def forward(self, x):
        x = x + self.attn(self.ln1(x))
        return x + self.mlp(self.ln2(x))


class RmsNorm(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        return x / torch.sqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * self.weight


class SwiGlu(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w1, self.w2, self.w3 = nn.Linear(dim, hidden, bias=False), nn.Linear(hidden, dim, bias=False), nn.Linear(dim, hidden, bias=False)

    def forward(self, x):
        return self.w2(F.silu(self.w1(x)) * self.w3(x))


class LlamaBlock(nn.Module):
    def __init__(self, dim=4, length=3):
        super().__init__()
        self.attention_norm = RmsNorm(dim)
        self.wq, self.wk, self.wv, self.wo = (nn.Linear(dim, dim, bias=False) for _ in range(4))
        self.ffn_norm, self.feed_forward = RmsNorm(dim), SwiGlu(dim, 6)
        angles = torch.arange(length)[:, None] / 100 ** (2 * (torch.arange(dim) % (dim // 2)) / dim)
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def rotate(self, x):
        half = x.shape[-1] // 2
        return x * self.cos + torch.cat([-x[..., half:], x[..., :half]], -1) * self.sin

    def forward(self, x):
        h = self.attention_norm(x)
        q, k, v = self.rotate(self.wq(h)), self.rotate(self.wk(h)), self.wv(h)
        scores = q @ k.transpose(-2, -1) / math.sqrt(x.shape[-1])
        scores = scores.masked_fill(torch.ones(x.shape[1], x.shape[1]).tril() == 0, float("-inf"))
        x = x + self.wo(scores.softmax(-1) @ v)
        return x + self.feed_forward(self.ffn_norm(x))


class BertEmbeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(8, 4, padding_idx=0)
        self.position_embeddings, self.token_type_embeddings = nn.Embedding(5, 4), nn.Embedding(2, 4)
        self.LayerNorm = nn.LayerNorm(4, eps=1e-12)

    def forward(self, ids, types, positions):
        return self.LayerNorm(self.word_embeddings(ids) + self.token_type_embeddings(types) + self.position_embeddings(positions))


class BertClassifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeddings, self.dense, self.classifier = BertEmbeddings(), nn.Linear(4, 4), nn.Linear(4, 2)

    def forward(self, ids, types, positions):
        return self.classifier(torch.tanh(self.dense(self.embeddings(ids, types, positions)[:, 0])))


class GraphConvolution(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.randn(i, o)), nn.Parameter(torch.zeros(o))

    def forward(self, x, adj):
        return adj @ (x @ self.weight) + self.bias


class Gcn(nn.Module):
    def __init__(self):
        super().__init__()
        self.gc1, self.gc2, self.drop = GraphConvolution(3, 4), GraphConvolution(4, 2), nn.Dropout(0.3)

    def forward(self, x, adj):
        return F.log_softmax(self.gc2(self.drop(F.relu(self.gc1(x, adj))), adj), 1)


class DuelingDqn(nn.Module):
    def __init__(self):
        super().__init__()
        self.feature, self.advantage, self.value = nn.Linear(4, 6), nn.Linear(6, 3), nn.Linear(6, 1)

    def forward(self, x):
        x = F.relu(self.feature(x))
        a = self.advantage(x)
        return self.value(x) + a - a.mean(1, keepdim=True)


NETWORKS = {
    "Basics.TwoLayers": (TwoLayers, lambda: [torch.randn(3, 5)]),
    "Basics.Perceptron": (Perceptron, lambda: [torch.randn(3, 4)]),
    "Basics.Activations": (Activations, lambda: [torch.randn(3, 6)]),
    "Basics.Statistics": (Standardize, lambda: [torch.randn(3, 5)]),
    "Vision.LeNet": (LeNet, lambda: [torch.randn(2, 1, 16, 16)]),
    "Vision.AlexNet": (AlexNet, lambda: [torch.randn(2, 3, 15, 17)], False),
    "Vision.BasicBlock.Create2": (BasicBlock, lambda: [torch.randn(2, 2, 5, 5)]),
    "Vision.BottleneckBlock": (Bottleneck, lambda: [torch.randn(2, 3, 5, 5)]),
    "Vision.Inception": (Inception, lambda: [torch.randn(2, 3, 4, 5)]),
    "Vision.DenseBlock": (DenseBlock, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.SqueezeNetFire": (Fire, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.InvertedResidual": (InvertedResidual, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.ShuffleNet": (ShuffleUnit, lambda: [torch.randn(2, 4, 3, 3)]),
    "Vision.ConvNeXt": (ConvNeXtBlock, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.UNet": (UNet, lambda: [torch.randn(2, 1, 8, 4)]),
    "Vision.MlpMixer": (MlpMixer, lambda: [torch.randn(2, 1, 4, 4)]),
    "Vision.VisionTransformer": (VisionTransformer, lambda: [torch.randn(2, 1, 4, 4)]),
    "Vision.WindowAttention": (WindowAttention, lambda: [torch.randn(2, 4, 2, 3)]),
    "Vision.PointNet": (PointNet, lambda: [torch.randn(2, 3, 5)]),
    "Generative.Dcgan": (Dcgan, lambda: [torch.randn(2, 3, 1, 1)]),
    "Generative.VariationalAutoencoder": (Vae, lambda: [torch.rand(2, 6), torch.randn(2, 2)]),
    "Generative.CouplingLayer": (Coupling, lambda: [torch.randn(3, 4)]),
    "Sequences.CharLstm": (CharLstm, lambda: [torch.randint(0, 7, (2, 5))]),
    "Sequences.SentimentGru": (Sentiment, lambda: [torch.randint(0, 9, (2, 4))], False),
    "Sequences.AttentionDecoder": (AttentionDecoder, lambda: [torch.randint(0, 6, (2,)), torch.randn(2, 4), torch.randn(2, 5, 4)]),
    "Sequences.TemporalConvolution": (TemporalConvNet, lambda: [torch.randn(2, 2, 6)]),
    "Sequences.WaveNet": (WaveNet, lambda: [torch.randn(2, 1, 10)]),
    "Transformers.GptBlock": (GptBlock, lambda: [torch.randn(2, 3, 4)]),
    "Transformers.LlamaBlock": (LlamaBlock, lambda: [torch.randn(2, 3, 4)]),
    "Transformers.BertPooler": (BertClassifier, lambda: [torch.randint(0, 8, (2, 5)), torch.randint(0, 2, (2, 5)), torch.arange(5)]),
    "Structured.GraphConvolution": (Gcn, lambda: [torch.randn(4, 3), torch.rand(4, 4)], False),
    "Reinforcement.DuelingDqn": (DuelingDqn, lambda: [torch.randn(2, 4)]),
}
